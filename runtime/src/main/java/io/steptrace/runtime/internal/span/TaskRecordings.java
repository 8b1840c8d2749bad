package io.steptrace.runtime.internal.span;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;

/** Opens the recordings of tasks submitted through an injected executor; thread-safe. */
public final class TaskRecordings {

    private final JobTelemetry jobs;
    private final LocalTraces traces;

    public TaskRecordings(JobTelemetry jobs, LocalTraces traces) {
        this.jobs = jobs;
        this.traces = traces;
    }

    /** Opens the recording of a task about to be submitted, on the current span. */
    public TaskRecording enqueue(String queue) {
        Context submitter = Context.current();
        if (!Span.fromContext(submitter).isRecording()) {
            return TaskRecording.NONE;
        }
        return new SpanlessJob(jobs.enqueued(submitter, traces.of(submitter), queue, jobs.clock().nanoTime()));
    }

    /** Notes on the current span that a queue refused a task. */
    public void rejected(String queue, String reason) {
        Context submitter = Context.current();
        if (Span.fromContext(submitter).isRecording()) {
            jobs.enqueued(submitter, traces.of(submitter), queue, jobs.clock().nanoTime()).rejected(reason);
        }
    }

    /** Tells the job on a span that is not its own, and therefore leaves out the attributes, of which a span has one set. */
    private record SpanlessJob(JobRecording job) implements TaskRecording {

        @Override
        public void enqueued(int depth) {
            job.enqueuedAt(depth);
        }

        @Override
        public void taken(String worker, int depth) {
            job.taken(worker, depth);
        }

        @Override
        public void started() {
            job.started();
        }

        @Override
        public void completed(boolean success) {
            job.complete(success);
        }
    }
}
