package io.steptrace.runtime.internal.sampling;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.steptrace.runtime.internal.stats.RoutePercentiles;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;

/**
 * Records how long requests take, sampled or not; behind the decision on them, so that none is compared with itself.
 * Thread-safe.
 */
public final class LatencySpanProcessor implements SpanProcessor {

    private final RoutePercentiles latency;

    /** @param latency by the name of the root span */
    public LatencySpanProcessor(RoutePercentiles latency) {
        this.latency = latency;
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // the length is known at the end
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        try {
            if (SpanFacts.isLocalRoot(span)) {
                latency.of(span.getName()).record(span.getLatencyNanos());
            }
        } catch (Throwable e) {
            // a fault must not reach the code that ends a span
            BrokenTelemetry.note(e);
        }
    }
}
