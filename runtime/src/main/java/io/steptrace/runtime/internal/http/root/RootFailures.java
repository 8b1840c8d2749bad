package io.steptrace.runtime.internal.http.root;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.instrumenter.LocalRootSpan;
import io.steptrace.runtime.internal.http.root.RequestFailures.RequestFailure;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.trace.LocalTraces;

/** Records on the spans of requests what these have failed with; thread-safe. */
public final class RootFailures {

    private final LocalTraces traces;
    private final RequestFailures requests;

    public RootFailures(LocalTraces traces, RequestFailures requests) {
        this.traces = traces;
        this.requests = requests;
    }

    /**
     * A request has failed. Whether that is an error is up to the status it will be answered with.
     *
     * @param context the one of the request
     * @param isCut whether an answer that has begun is cut off: that is an error, regardless of the status that was sent
     */
    public void record(Context context, Throwable failure, boolean isCut) {
        Span root = LocalRootSpan.fromContextOrNull(context);
        if (root != null && root.isRecording() && traces.seesTheEndOf(root)) {
            BrokenTelemetry.guard(() -> {
                if (isCut) {
                    root.setStatus(StatusCode.ERROR);
                }
                requests.add(root, new RequestFailure(traces.of(context), failure, isCut));
            });
        }
    }
}
