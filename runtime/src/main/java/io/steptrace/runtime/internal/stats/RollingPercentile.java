package io.steptrace.runtime.internal.stats;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

import io.steptrace.runtime.internal.stats.RollingSlices.Slices;
import io.steptrace.runtime.internal.time.Clock;

/**
 * The percentiles of durations of the recent past, within one percent; thread-safe, and recorded without a lock.
 * <p>
 * Two slices, each of half the window: values go into the younger one, and percentiles come from both. They are computed anew
 * at most every fiftieth of the window, by the first caller then.
 */
public final class RollingPercentile {

    /** Values below which percentiles mean little, and do not exist. */
    public static final int WARM_UP = 100;

    /** Waits and requests are measured in microseconds, up to ten minutes; what takes longer counts as ten minutes. */
    private static final long NANOS_PER_UNIT = 1_000;
    private static final long MAX_UNITS = Duration.ofMinutes(10).toNanos() / NANOS_PER_UNIT;
    private static final int SIGNIFICANT_DIGITS = 2;
    private static final int REFRESHES_PER_WINDOW = 50;

    private final Clock clock;
    private final long refreshNanos;
    private final RollingSlices<AtomicHistogram> slices;
    private final AtomicReference<Percentiles> percentiles;

    /**
     * An empty window.
     *
     * @param window how far to look back, more than zero
     */
    public RollingPercentile(Duration window, Clock clock) {
        long now = clock.nanoTime();
        this.clock = clock;
        this.refreshNanos = Math.max(1, TimeUnit.NANOSECONDS.convert(window) / REFRESHES_PER_WINDOW);
        this.slices = new RollingSlices<>(Math.max(1, TimeUnit.NANOSECONDS.convert(window) / 2), clock,
                older -> new AtomicHistogram(MAX_UNITS, SIGNIFICANT_DIGITS));
        this.percentiles = new AtomicReference<>(new Percentiles(Long.MAX_VALUE, Long.MAX_VALUE, now - refreshNanos));
    }

    /** Counts a duration; negative ones count as zero. */
    public void record(long nanos) {
        slices.current().younger().recordValue(Math.max(0, Math.min(nanos / NANOS_PER_UNIT, MAX_UNITS)));
    }

    /**
     * The duration that 95 of 100 do not exceed, in nanoseconds; {@link Long#MAX_VALUE} during warm-up, so that none exceeds
     * it.
     */
    public long p95Nanos() {
        return current().p95Nanos;
    }

    /** As {@link #p95Nanos}, for 99 of 100. */
    public long p99Nanos() {
        return current().p99Nanos;
    }

    private Percentiles current() {
        long now = clock.nanoTime();
        Percentiles known = percentiles.get();
        if (now - known.computedNanos < refreshNanos) {
            return known;
        }
        // one thread computes, the rest make do with what there is
        Percentiles claimed = new Percentiles(known.p95Nanos, known.p99Nanos, now);
        if (!percentiles.compareAndSet(known, claimed)) {
            return percentiles.get();
        }
        Percentiles computed = compute(slices.current(), now);
        percentiles.compareAndSet(claimed, computed);
        return computed;
    }

    private static Percentiles compute(Slices<AtomicHistogram> slices, long now) {
        Histogram all = new Histogram(MAX_UNITS, SIGNIFICANT_DIGITS);
        if (slices.older() != null) {
            all.add(slices.older());
        }
        all.add(slices.younger());
        return all.getTotalCount() < WARM_UP ? new Percentiles(Long.MAX_VALUE, Long.MAX_VALUE, now)
                : new Percentiles(all.getValueAtPercentile(95) * NANOS_PER_UNIT, all.getValueAtPercentile(99) * NANOS_PER_UNIT,
                        now);
    }

    private record Percentiles(long p95Nanos, long p99Nanos, long computedNanos) {
    }
}
