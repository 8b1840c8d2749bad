package io.steptrace.runtime.internal.queue;

import java.util.concurrent.atomic.AtomicBoolean;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.steptrace.runtime.internal.context.CarriedContext;

/** A job that runs in the contexts of its submitter. */
public abstract class ContextualJob implements QueuedJob {

    private final BoundedJobQueue queue;
    private final JobContext contexts;
    private final Context otel;
    private final Whereabouts place = new Whereabouts();

    /**
     * Captures the contexts of the calling thread.
     *
     * @param queue the queue the job is for
     * @param otel the OpenTelemetry context the job runs in
     * @param isAwaited whether its submitter can wait for it
     */
    protected ContextualJob(JobQueues queues, BoundedJobQueue queue, Context otel, boolean isAwaited) {
        this.queue = queue;
        this.contexts = queues.captureContext(isAwaited);
        this.otel = otel;
    }

    @Override
    public final void run(Runnable finished) {
        place.begin();
        try {
            runOnWorker(finished);
        } finally {
            place.leave();
        }
    }

    private void runOnWorker(Runnable finished) {
        JobContext.Active active;
        try {
            active = contexts.activate(otel);
        } catch (Throwable e) {
            // the container is gone: too late for the application's code
            try {
                abandoned(queue.shutDown(e));
            } finally {
                finished.run();
            }
            return;
        }
        AtomicBoolean isOver = new AtomicBoolean();
        try (Scope ignored = CarriedContext.attach(otel)) {
            runInContext(() -> {
                if (isOver.compareAndSet(false, true)) {
                    try {
                        active.destroy();
                    } finally {
                        finished.run();
                    }
                }
            });
        } finally {
            active.leave();
        }
    }

    @Override
    public final String whereabouts() {
        return name() + " (" + place + ')';
    }

    @Override
    public final void interrupt() {
        place.interrupt();
    }

    /** What the job is called. */
    protected abstract String name();

    /**
     * Does the work with all contexts active.
     *
     * @param over to be run when the work is over, which may be after the return; a second time is harmless
     */
    protected abstract void runInContext(Runnable over);
}
