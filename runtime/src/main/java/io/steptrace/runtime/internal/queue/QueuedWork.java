package io.steptrace.runtime.internal.queue;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.steptrace.JobRejectedException;
import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.job.ParkReason;
import io.steptrace.runtime.internal.recording.JobRecording;
import io.steptrace.runtime.internal.telemetry.method.ResultShape;
import io.steptrace.runtime.internal.work.Work;

/** Work that runs as a job of its own, from its submission to the end of its result. */
public final class QueuedWork extends ContextualJob {

    private static final ParkReason ASYNCHRONOUS_RESULT = ParkReason.of(ParkCause.IO_WAIT);
    private static final Runnable NOTHING_TO_CANCEL = () -> {
    };
    private static final Runnable CANCELLED = () -> {
    };

    private final String name;
    private final Body body;
    private final ResultShape shape;
    private final Work work;
    private final JobRecording recording;
    private final JobResult result;
    private final AtomicReference<Runnable> cancellation = new AtomicReference<>(NOTHING_TO_CANCEL);

    /**
     * @param name of the step or effect
     * @param work {@code null} if the trace is not recorded
     */
    QueuedWork(JobQueues queues, BoundedJobQueue queue, Context context, String name, Body body, ResultShape shape, Work work,
            JobResult result) {
        super(queues, queue, context, shape != ResultShape.VOID);
        this.name = name;
        this.body = body;
        this.shape = shape;
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
        if (recording != null) {
            recording.started();
        }
        Object returned;
        try {
            returned = body.run(work);
        } catch (Throwable t) {
            fail(t, over);
            return;
        }
        if (returned == null) {
            succeed(null, over);
            return;
        }
        try {
            switch (shape) {
                case UNI -> await((Uni<?>) returned, over);
                case STAGE, FUTURE -> await((CompletionStage<?>) returned, over);
                default -> succeed(returned, over);
            }
        } catch (Throwable t) {
            // the result is of the application's making, and may refuse to be waited for
            fail(t, over);
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
            if (failure == null) {
                work.succeed(item);
            } else {
                work.fail(failure);
            }
        }
        cancel.run();
    }

    private void await(Uni<?> uni, Runnable over) {
        var subscription = uni.subscribe().with(item -> succeed(item, over), failure -> fail(failure, over));
        parkUntilOver(() -> {
            subscription.cancel();
            over.run();
        });
    }

    private void await(CompletionStage<?> stage, Runnable over) {
        stage.handle((item, failure) -> {
            if (failure == null) {
                succeed(item, over);
            } else {
                fail(failure, over);
            }
            return null;
        });
        parkUntilOver(() -> {
            try {
                stage.toCompletableFuture().cancel(true);
            } finally {
                // it may be a copy that was cancelled, and the stage never answer
                over.run();
            }
        });
    }

    /**
     * The end of the work closes the park; if the result was there at once, the work has ended and the park counts for nothing.
     */
    private void parkUntilOver(Runnable cancel) {
        if (work != null) {
            work.park(ASYNCHRONOUS_RESULT);
        }
        if (!cancellation.compareAndSet(NOTHING_TO_CANCEL, cancel)) {
            cancel.run();
        }
    }

    private boolean isCancelled() {
        return cancellation.get() == CANCELLED;
    }

    private void succeed(Object item, Runnable over) {
        try {
            if (work != null) {
                work.succeed(item);
            }
        } finally {
            deliver(() -> result.succeed(item), over);
        }
    }

    private void fail(Throwable failure, Runnable over) {
        try {
            if (work != null) {
                work.fail(failure);
            }
        } finally {
            deliver(() -> result.fail(failure), over);
        }
    }

    private static void deliver(Runnable delivery, Runnable over) {
        try {
            delivery.run();
        } finally {
            over.run();
        }
    }
}
