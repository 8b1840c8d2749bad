package io.steptrace.benchmarks.drill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long answers took, from when their request was meant to begin. Safe for use by many threads. */
public final class Latencies {

    private final List<Long> nanos = new ArrayList<>();

    synchronized void add(long moreNanos) {
        nanos.add(moreNanos);
    }

    /** The smallest latency that so many of a hundred answers do not exceed; NaN if there were none. */
    public synchronized double percentileMillis(double percent) {
        if (nanos.isEmpty()) {
            return Double.NaN;
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1) / 1e6;
    }
}
