package io.steptrace.runtime.internal.time;

/** Lengths of time as they are written: milliseconds with the resolution of the clock. */
public final class Millis {

    private static final double NANOS_PER_MILLI = 1_000_000.0;

    private Millis() {
    }

    /** So many nanoseconds in milliseconds. */
    public static double of(long nanos) {
        return nanos / NANOS_PER_MILLI;
    }
}
