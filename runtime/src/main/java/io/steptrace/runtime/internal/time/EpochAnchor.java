package io.steptrace.runtime.internal.time;

/**
 * One instant read on two clocks, which translates monotonic time to epoch time.
 * <p>
 * All spans of a local trace share one anchor: their timestamps then differ by exactly what the monotonic clock measured,
 * even if the wall clock is set meanwhile.
 *
 * @param epochNanos the instant in nanoseconds since the Unix epoch
 * @param nanoTime the same instant on the monotonic clock
 */
public record EpochAnchor(long epochNanos, long nanoTime) {

    /** Translates a reading of the monotonic clock to nanoseconds since the Unix epoch. */
    public long epochNanosAt(long nanos) {
        return epochNanos + (nanos - nanoTime);
    }

    /** Translates nanoseconds since the Unix epoch to a reading of the monotonic clock. */
    public long nanoTimeAt(long epoch) {
        return nanoTime + (epoch - epochNanos);
    }
}
