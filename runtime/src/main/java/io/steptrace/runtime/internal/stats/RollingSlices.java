package io.steptrace.runtime.internal.stats;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import io.steptrace.runtime.internal.time.Clock;

/**
 * Two slices of the recent past: what happens goes into the younger one, and together they look back between one slice and two.
 * Thread-safe, lock-free.
 */
public final class RollingSlices<S> {

    private final long sliceNanos;
    private final Clock clock;
    private final UnaryOperator<S> next;
    private final AtomicReference<Slices<S>> slices;

    /**
     * Begins with an empty slice.
     *
     * @param sliceNanos how long a slice is, at least 1
     * @param next makes the slice that follows another one, or null if there was none right before; may be called in vain
     */
    public RollingSlices(long sliceNanos, Clock clock, UnaryOperator<S> next) {
        this.sliceNanos = sliceNanos;
        this.clock = clock;
        this.next = next;
        this.slices = new AtomicReference<>(new Slices<>(null, next.apply(null), clock.nanoTime()));
    }

    /** The slices of this moment. */
    public Slices<S> current() {
        long now = clock.nanoTime();
        Slices<S> known = slices.get();
        while (now - known.begunNanos >= sliceNanos) {
            // after a silence longer than a slice, what is older is too old
            S older = now - known.begunNanos < 2 * sliceNanos ? known.younger : null;
            slices.compareAndSet(known, new Slices<>(older, next.apply(older), now));
            known = slices.get();
        }
        return known;
    }

    /**
     * Both slices.
     *
     * @param older null if there is none
     * @param begunNanos when the younger one began
     */
    public record Slices<S>(S older, S younger, long begunNanos) {
    }
}
