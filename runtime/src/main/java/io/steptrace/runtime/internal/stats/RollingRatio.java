package io.steptrace.runtime.internal.stats;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

import io.steptrace.runtime.internal.time.Clock;

/** The share of hits in the recent past, between half a window and a whole one; thread-safe, lock-free. */
public final class RollingRatio {

    private final Clock clock;
    private final long sliceNanos;
    private final AtomicReference<Slices> slices;

    /** An empty window of this length, more than zero. */
    public RollingRatio(Duration window, Clock clock) {
        this.clock = clock;
        this.sliceNanos = Math.max(1, TimeUnit.NANOSECONDS.convert(window) / 2);
        this.slices = new AtomicReference<>(new Slices(new Slice(), new Slice(), clock.nanoTime()));
    }

    /** Counts a try. */
    public void record(boolean hit) {
        Slice younger = current().younger;
        younger.tries.increment();
        if (hit) {
            younger.hits.increment();
        }
    }

    /** From 0 to 1; {@link Double#NaN} if there was no try of late. */
    public double ratio() {
        Slices now = current();
        long tries = now.older.tries.sum() + now.younger.tries.sum();
        // a hit counted between the sums must not make more of them than tries
        return tries == 0 ? Double.NaN : Math.min(1, (double) (now.older.hits.sum() + now.younger.hits.sum()) / tries);
    }

    private Slices current() {
        long now = clock.nanoTime();
        Slices known = slices.get();
        while (now - known.youngerSince >= sliceNanos) {
            Slice older = now - known.youngerSince < 2 * sliceNanos ? known.younger : new Slice();
            slices.compareAndSet(known, new Slices(older, new Slice(), now));
            known = slices.get();
        }
        return known;
    }

    private static final class Slice {
        private final LongAdder tries = new LongAdder();
        private final LongAdder hits = new LongAdder();
    }

    private record Slices(Slice older, Slice younger, long youngerSince) {
    }
}
