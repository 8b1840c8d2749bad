package io.steptrace.runtime.internal.sampling;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.stats.RoutePercentiles;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.telemetry.EndOnlySpanProcessor;

/**
 * Records how long requests take, sampled or not; behind the decision on them, so that none is compared with itself.
 * Thread-safe.
 */
public final class LatencySpanProcessor implements EndOnlySpanProcessor {

    private final RoutePercentiles latency;

    /** @param latency by the name of the root span */
    public LatencySpanProcessor(RoutePercentiles latency) {
        this.latency = latency;
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
