package io.steptrace.runtime.internal.queue;

import io.opentelemetry.context.Context;
import io.steptrace.JobRejectedException;
import io.steptrace.runtime.internal.work.Work;
import io.steptrace.runtime.internal.work.WorkDefinition;
import io.steptrace.runtime.internal.work.WorkTracer;

/** Submits steps, effects and continuations to their queues; thread-safe. */
public final class WorkSubmission {

    private static final Object[] NO_ARGUMENTS = {};

    private final WorkTracer tracer;
    private final JobQueues queues;

    public WorkSubmission(WorkTracer tracer, JobQueues queues) {
        this.tracer = tracer;
        this.queues = queues;
    }

    /** Submits work without arguments. */
    public QueuedWork submit(WorkDefinition definition, Context parent, AwaitedResult returned, QueuedWork.Body body,
            JobResult result) {
        return submit(definition, parent, NO_ARGUMENTS, returned, body, result);
    }

    /**
     * Submits work to the queue its definition names. Its span begins here; {@code result} learns of a rejection.
     *
     * @param parent what the span hangs below
     * @param arguments those that may become attributes
     * @param returned waits for what the body returns
     * @return the job, which can be cancelled
     */
    public QueuedWork submit(WorkDefinition definition, Context parent, Object[] arguments, AwaitedResult returned,
            QueuedWork.Body body, JobResult result) {
        BoundedJobQueue queue = queues.queue(definition.queue());
        Work work = null;
        if (!tracer.skips(parent)) {
            work = tracer.startQueued(definition, parent, queue.name(), arguments);
        }
        Context context = work == null ? parent : work.context();
        try {
            return submit(new QueuedWork(queues, queue, context, definition.spanName(), body, returned, work, result), queue);
        } catch (Throwable t) {
            if (work != null) {
                work.fail(t);
            }
            throw t;
        }
    }

    private static QueuedWork submit(QueuedWork job, BoundedJobQueue queue) {
        try {
            queue.submit(job);
        } catch (JobRejectedException e) {
            job.rejected(e);
        }
        return job;
    }
}
