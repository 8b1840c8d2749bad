package io.steptrace.runtime.internal.trace;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.telemetry.SpanStart;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.time.EpochAnchor;

/** Reads the clock of a span, so that timestamps of ours and of the SDK lie on one line. */
final class SpanClock {

    /** A pair of readings further apart than this was torn by the scheduler and is taken again. */
    private static final long TORN_NANOS = 1_000;

    private SpanClock() {
    }

    /**
     * Pairs the SDK's clock for the trace of {@code span} with ours.
     * <p>
     * The SDK anchors its own clock once per local trace and shares it with all local children, so one pairing serves them all.
     */
    static EpochAnchor pair(Span span, Clock clock) {
        ReadableSpan readable = LocalTraceState.readable(span);
        if (readable == null) {
            Instant now = Instant.now();
            long epochNanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
            return new EpochAnchor(epochNanos, clock.nanoTime());
        }
        long nanos = 0;
        long latency = 0;
        for (int attempt = 0; attempt < 3; attempt++) {
            nanos = clock.nanoTime();
            latency = readable.getLatencyNanos();
            if (clock.nanoTime() - nanos < TORN_NANOS) {
                break;
            }
        }
        return new EpochAnchor(SpanStart.epochNanos(readable) + latency, nanos);
    }
}
