package io.steptrace.runtime.internal.queue;

import java.util.concurrent.atomic.AtomicReference;

import io.opentelemetry.context.Context;
import io.steptrace.JobRejectedException;
import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.job.ParkReason;
import io.steptrace.runtime.internal.recording.JobRecording;
import io.steptrace.runtime.internal.work.ResultEnd;
import io.steptrace.runtime.internal.work.Work;
import io.steptrace.runtime.internal.work.WorkRuns;

/** Work that runs as a job of its own, from its submission to the end of its result. */
public final class QueuedWork extends ContextualJob implements ResultEnd {

    private static final ParkReason ASYNCHRONOUS_RESULT = ParkReason.of(ParkCause.IO_WAIT);
    private static final Runnable NOTHING_TO_CANCEL = () -> {
    };
    private static final Runnable CANCELLED = () -> {
    };

    private final String name;
    private final Body body;
    private final AwaitedResult returned;
    private final Work work;
    private final JobRecording recording;
    private final JobResult result;
    private final AtomicReference<Runnable> cancellation = new AtomicReference<>(NOTHING_TO_CANCEL);
    /** To be run when the job has ended. */
    private volatile Runnable over;

    /**
     * @param name of the step or effect
     * @param returned waits for what the body returns
     * @param work {@code null} if the trace is not recorded
     */
    QueuedWork(JobQueues queues, BoundedJobQueue queue, Context context, String name, Body body, AwaitedResult returned,
            Work work, JobResult result) {
        super(queues, queue, context, result.isAwaited());
        this.name = name;
        this.body = body;
        this.returned = returned;
        this.work = work;
        this.recording = work == null ? null : work.job();
        this.result = result;
    }

    @Override
    protected String name() {
        return name;
    }

    @Override
    public void enqueued(int depth) {
        if (recording != null) {
            recording.enqueued(depth);
        }
    }

    @Override
    public void taken(String worker, int depth) {
        if (recording != null) {
            recording.taken(worker, depth);
        }
    }

    @Override
    protected void runInContext(Runnable over) {
        if (isCancelled()) {
            over.run();
            return;
        }
        this.over = over;
        if (recording != null) {
            recording.started();
        }
        Object item;
        try {
            item = body.run(work);
        } catch (Throwable t) {
            left();
            fail(t);
            return;
        }
        left();
        if (item == null) {
            succeed(null);
            return;
        }
        try {
            returned.await(item, this);
        } catch (Throwable t) {
            // the result is of the application's making, and may refuse to be waited for
            fail(t);
        }
    }

    private void left() {
        if (work != null) {
            WorkRuns.left(work);
        }
    }

    @Override
    public void abandoned(JobRejectedException reason) {
        if (work != null) {
            work.reject(reason);
        }
        result.abandon(reason);
    }

    /** The queue refused the job. */
    void rejected(JobRejectedException reason) {
        if (work != null) {
            work.reject(reason);
        }
        result.reject(reason);
    }

    /** The application's code. */
    @FunctionalInterface
    public interface Body {

        /**
         * Runs it on the worker.
         *
         * @param work what it is; {@code null} if the trace is not recorded
         */
        Object run(Work work) throws Throwable;
    }

    /** The result is no longer awaited: a job still waiting is not run, an asynchronous result is cancelled. */
    public void cancel() {
        Runnable cancel = cancellation.getAndSet(CANCELLED);
        if (work != null) {
            work.cancel();
        }
        cancel.run();
    }

    /**
     * The result is complete. If that was the caller's doing, the work ends with it, and goes on no more than if it had been
     * cancelled.
     *
     * @param failure {@code null} if it is complete with an item
     */
    public void complete(Object item, Throwable failure) {
        Runnable cancel = cancellation.getAndSet(CANCELLED);
        if (work != null) {
            work.end(item, failure);
        }
        cancel.run();
    }

    /**
     * The job waits for an asynchronous result. The end of the work closes the park; if the result was there at once, the work
     * has ended and the park counts for nothing.
     *
     * @param cancel cancels the result
     */
    public void parkUntilOver(Runnable cancel) {
        if (work != null && !work.isOver()) {
            WorkRuns.outlived(work);
            work.park(ASYNCHRONOUS_RESULT);
        }
        Runnable cancelAndEnd = () -> {
            try {
                cancel.run();
            } finally {
                // it may be a copy that was cancelled, and the result never answer
                over.run();
            }
        };
        if (!cancellation.compareAndSet(NOTHING_TO_CANCEL, cancelAndEnd)) {
            cancelAndEnd.run();
        }
    }

    private boolean isCancelled() {
        return cancellation.get() == CANCELLED;
    }

    @Override
    public void succeed(Object item) {
        end(item, null);
    }

    @Override
    public void fail(Throwable failure) {
        end(null, failure);
    }

    /** What the body returned has ended, and the job with it. */
    @Override
    public void end(Object item, Throwable failure) {
        try {
            if (work != null) {
                work.end(item, failure);
            }
        } finally {
            try {
                result.end(item, failure);
            } finally {
                over.run();
            }
        }
    }
}
