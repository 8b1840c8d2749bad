package io.steptrace.runtime.internal.span;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.instrumenter.LocalRootSpan;

/** Tells failures that have reached the REST layer on the span of their request; thread-safe. */
public final class RootFailures {

    private final LocalTraces traces;
    private final FailureWriter failures;

    public RootFailures(LocalTraces traces, ErrorRules errors) {
        this.traces = traces;
        this.failures = new FailureWriter(errors);
    }

    /** The current request has failed with this; whether its span is ERROR is up to the status it is answered with. */
    public void tell(Throwable failure) {
        Context context = Context.current();
        Span root = LocalRootSpan.fromContextOrNull(context);
        if (root != null && root.isRecording()) {
            BrokenTelemetry.guard(() -> failures.writeToRoot(root, traces.of(context), failure));
        }
    }
}
