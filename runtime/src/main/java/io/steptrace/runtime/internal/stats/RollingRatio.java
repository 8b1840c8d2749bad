package io.steptrace.runtime.internal.stats;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import io.steptrace.runtime.internal.stats.RollingSlices.Slices;
import io.steptrace.runtime.internal.time.Clock;

/** The share of hits in the recent past, between half a window and a whole one; thread-safe, lock-free. */
public final class RollingRatio {

    private final RollingSlices<Slice> slices;

    /** An empty window of this length, more than zero. */
    public RollingRatio(Duration window, Clock clock) {
        this.slices = new RollingSlices<>(Math.max(1, TimeUnit.NANOSECONDS.convert(window) / 2), clock, older -> new Slice());
    }

    /** Counts a try. */
    public void record(boolean hit) {
        Slice younger = slices.current().younger();
        younger.tries.increment();
        if (hit) {
            younger.hits.increment();
        }
    }

    /** From 0 to 1; {@link Double#NaN} if there was no try of late. */
    public double ratio() {
        Slices<Slice> now = slices.current();
        Slice older = now.older() == null ? new Slice() : now.older();
        long tries = older.tries.sum() + now.younger().tries.sum();
        // a hit counted between the sums must not make more of them than tries
        return tries == 0 ? Double.NaN : Math.min(1, (double) (older.hits.sum() + now.younger().hits.sum()) / tries);
    }

    private static final class Slice {
        private final LongAdder tries = new LongAdder();
        private final LongAdder hits = new LongAdder();
    }
}
