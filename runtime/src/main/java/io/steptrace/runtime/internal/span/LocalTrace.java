package io.steptrace.runtime.internal.span;

import java.util.concurrent.atomic.AtomicLong;

import io.opentelemetry.api.trace.Span;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.time.EpochAnchor;

/** What the steps and effects of one trace share within this process; thread-safe. */
final class LocalTrace {

    private final String rootSpanId;
    private final AtomicLong steps = new AtomicLong();
    private final AtomicLong effects = new AtomicLong();
    private volatile EpochAnchor anchor;
    private final SeenFailures failures = new SeenFailures();

    /** @param rootSpanId the span with whose end the trace is over here; empty if nobody has to be told */
    LocalTrace(String rootSpanId) {
        this.rootSpanId = rootSpanId;
    }

    boolean isRootedIn(String spanId) {
        return rootSpanId.equals(spanId);
    }

    long nextStep() {
        return steps.incrementAndGet();
    }

    long nextEffect() {
        return effects.incrementAndGet();
    }

    /** The translation of monotonic time for this trace, anchored on first use at a span of it that has not ended. */
    EpochAnchor anchor(Span span, Clock clock) {
        EpochAnchor known = anchor;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            if (anchor == null) {
                anchor = SpanClock.anchor(span, clock);
            }
            return anchor;
        }
    }

    SeenFailures failures() {
        return failures;
    }
}
