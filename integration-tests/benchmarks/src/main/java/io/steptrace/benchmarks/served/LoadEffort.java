package io.steptrace.benchmarks.served;

import java.time.Duration;

/**
 * How long to load two builds: to be sure, or to have a first look.
 * <p>
 * Many short rounds, because a shared machine changes its mind every few seconds, and several processes of each build, because
 * no two of them are compiled alike. On two cores under full load the compiler needs the better part of a minute.
 */
public enum LoadEffort {

    FULL(3, 15, 8),
    QUICK(1, 10, 6);

    public static final Duration ROUND = Duration.ofSeconds(3);

    /** How often both applications are started anew. */
    public final int starts;
    /** Pairs of rounds after a start that nobody counts. */
    public final int warmups;
    /** Pairs of rounds after that. */
    public final int pairs;

    LoadEffort(int starts, int warmups, int pairs) {
        this.starts = starts;
        this.warmups = warmups;
        this.pairs = pairs;
    }

    /** @param word {@code quick}; anything else is the full measure */
    public static LoadEffort of(String word) {
        return word.equals("quick") ? QUICK : FULL;
    }
}
