package io.steptrace.benchmarks.burst;

import java.time.Duration;

/**
 * How long to measure: to be sure, or to have a first look. Rounds are many and short, and processes several, as under load.
 */
enum BurstEffort {

    FULL(3, 5, 6),
    QUICK(1, 5, 6);

    static final Duration ROUND = Duration.ofSeconds(3);

    /** How often both applications are started anew. */
    final int starts;
    /** Pairs of rounds after a start that nobody counts. */
    final int warmups;
    /** Pairs of rounds after that. */
    final int pairs;

    BurstEffort(int starts, int warmups, int pairs) {
        this.starts = starts;
        this.warmups = warmups;
        this.pairs = pairs;
    }
}
