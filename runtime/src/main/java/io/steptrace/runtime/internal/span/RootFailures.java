package io.steptrace.runtime.internal.span;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.instrumenter.LocalRootSpan;
import io.steptrace.runtime.internal.span.RequestFailures.RequestFailure;

/** Records on the spans of requests what these have failed with; thread-safe. */
public final class RootFailures {

    private final LocalTraces traces;
    private final RequestFailures requests;

    public RootFailures(LocalTraces traces, RequestFailures requests) {
        this.traces = traces;
        this.requests = requests;
    }

    /** The current request has failed with this; whether that is an error is up to the status it will be answered with. */
    public void tell(Throwable failure) {
        tell(failure, false);
    }

    /** The current request has failed with this in the middle of its answer, which is cut off there. */
    public void tellCut(Throwable failure) {
        tell(failure, true);
    }

    private void tell(Throwable failure, boolean isCut) {
        Context context = Context.current();
        Span root = LocalRootSpan.fromContextOrNull(context);
        if (root != null && root.isRecording() && traces.isToldTheEndOf(root)) {
            BrokenTelemetry.guard(() -> {
                if (isCut) {
                    root.setStatus(StatusCode.ERROR);
                }
                requests.add(root, new RequestFailure(traces.of(context), failure, isCut));
            });
        }
    }
}
