package io.steptrace.benchmarks.http;

import java.time.Duration;

/**
 * How long to load the blog: to be sure, or to have a first look.
 * <p>
 * Many short rounds, because a shared machine changes its mind every few seconds, and several processes of each build, because
 * no two of them are compiled alike. On two cores under full load the compiler needs the better part of a minute.
 */
enum HttpEffort {

    FULL(3, 15, 8),
    QUICK(1, 10, 6);

    static final Duration ROUND = Duration.ofSeconds(3);

    /** How often both applications are started anew. */
    final int starts;
    /** Pairs of rounds after a start that nobody counts. */
    final int warmups;
    /** Pairs of rounds after that. */
    final int pairs;

    HttpEffort(int starts, int warmups, int pairs) {
        this.starts = starts;
        this.warmups = warmups;
        this.pairs = pairs;
    }
}
