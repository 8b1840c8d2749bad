package io.steptrace.benchmarks.state;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;

/** The span of the request below which the measured spans start. */
public enum Parent {

    SAMPLED {
        @Override
        Span start() {
            return RunningApplication.bean(Tracer.class).spanBuilder("request").setNoParent().startSpan();
        }
    },
    /** What the head sampler leaves of a request it has not chosen. */
    UNSAMPLED {
        @Override
        Span start() {
            return Span.wrap(SpanContext.create("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
                    TraceFlags.getDefault(), TraceState.getDefault()));
        }
    };

    abstract Span start();
}
