package io.steptrace.fleet;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Whether a figure has stopped to change, to be asked again and again. */
final class Quiet {

    private final LongSupplier figure;
    private long last;
    private long sinceNanos;

    Quiet(LongSupplier figure) {
        this.figure = figure;
        last = figure.getAsLong();
        sinceNanos = System.nanoTime();
    }

    /** Whether it was the same all this time. */
    boolean lasts(Duration time) {
        long now = figure.getAsLong();
        if (now != last) {
            last = now;
            sinceNanos = System.nanoTime();
        }
        return System.nanoTime() - sinceNanos >= time.toNanos();
    }
}
