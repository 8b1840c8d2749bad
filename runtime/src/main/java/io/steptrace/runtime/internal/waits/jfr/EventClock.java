package io.steptrace.runtime.internal.waits.jfr;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * The clock of events, translated to the wall clock. The JDK reads the latter once a chunk of events, which may be days, and
 * counts ticks of the processor from there, whatever is set or drifts meanwhile. Not thread-safe.
 */
final class EventClock {

    private long offsetNanos;

    /** An event within which the wall clock was read: shifts this clock by no more than it takes to agree with it. */
    void agreeWith(long beginNanos, long wallClockNanos, long endNanos) {
        offsetNanos = Math.max(wallClockNanos - endNanos, Math.min(offsetNanos, wallClockNanos - beginNanos));
    }

    /** The time of an event, in nanoseconds since the epoch. */
    long nanos(Instant eventTime) {
        return epochNanos(eventTime) + offsetNanos;
    }

    static long epochNanos(Instant instant) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }
}
