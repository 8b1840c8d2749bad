package io.steptrace.runtime.internal.http.handover;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.recording.HandOverRecording;
import io.steptrace.runtime.internal.recording.JobTelemetry;
import io.steptrace.runtime.internal.trace.LocalTrace;
import io.steptrace.runtime.internal.trace.LocalTraceState;
import io.steptrace.runtime.internal.trace.LocalTraces;
import io.steptrace.runtime.internal.trace.RouteSource;

/** Opens the recordings of requests that are about to be handed over to a worker; thread-safe. */
public final class RequestRecordings {

    private final JobTelemetry telemetry;
    private final LocalTraces traces;

    public RequestRecordings(JobTelemetry telemetry, LocalTraces traces) {
        this.telemetry = telemetry;
        this.traces = traces;
    }

    /**
     * Opens the recording of the request whose root span is current in {@code context}.
     *
     * @param queue what the request waits in
     * @return the job; {@code null} if the request is not recorded, or began before the application
     */
    public HandOverRecording open(Context context, String queue, long enqueuedNanos) {
        Span root = Span.fromContext(context);
        LocalTrace trace = root.isRecording() ? traceOf(root, context) : null;
        if (trace == null) {
            return null;
        }
        HandOverRecording job = new HandOverRecording(telemetry, context, trace, queue, enqueuedNanos);
        return LocalTraceState.keep(root, job) ? job : null;
    }

    /**
     * A process that calls itself has several roots in one trace, each with a clock of its own. A root whose end is not seen
     * here has none, which is asked where there is none yet.
     */
    private LocalTrace traceOf(Span root, Context context) {
        LocalTrace trace = traces.of(context);
        String spanId = root.getSpanContext().getSpanId();
        if (trace.isRootedIn(spanId)) {
            return trace;
        }
        return traces.seesTheEndOf(root) ? new LocalTrace(spanId, RouteSource.of(root)) : null;
    }
}
