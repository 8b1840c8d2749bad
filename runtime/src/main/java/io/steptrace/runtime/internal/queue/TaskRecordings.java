package io.steptrace.runtime.internal.queue;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.context.CarriedContext;
import io.steptrace.runtime.internal.recording.JobTelemetry;
import io.steptrace.runtime.internal.recording.SubmitterSpanRecording;
import io.steptrace.runtime.internal.recording.TaskRecording;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.trace.LocalTraces;

/** Opens the recordings of tasks submitted through an injected executor; thread-safe. */
public final class TaskRecordings {

    private final JobTelemetry jobs;
    private final LocalTraces traces;

    public TaskRecordings(JobTelemetry jobs, LocalTraces traces) {
        this.jobs = jobs;
        this.traces = traces;
    }

    /** Opens the recording of a task about to be submitted, on the current span. */
    public TaskRecording open(String queue) {
        try {
            Context submitter = CarriedContext.current();
            return jobs.follows(Span.fromContext(submitter))
                    ? new SubmitterSpanRecording(jobs, submitter, traces.of(submitter), queue)
                    : TaskRecording.NONE;
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
            return TaskRecording.NONE;
        }
    }
}
