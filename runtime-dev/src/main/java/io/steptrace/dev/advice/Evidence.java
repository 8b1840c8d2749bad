package io.steptrace.dev.advice;

import java.util.Arrays;
import java.util.List;

/** How much must have been seen before anything is said of it. */
final class Evidence {

    /** Of fewer requests or jobs nothing is said. */
    static final int LEAST = 20;

    private Evidence() {
    }

    static boolean suffices(List<?> seen) {
        return seen.size() >= LEAST;
    }

    /** What 95 of 100 do not exceed; of at least one. */
    static long p95(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
    }
}
