package io.steptrace.benchmarks.drill;

import java.time.Duration;

/** How long the parts of an outage drill take: to be sure, or to have a first look. */
enum OutageTimes {

    FULL(20, 60),
    QUICK(10, 15);

    /** The circuit breaker lets a trial through every half minute, and what has gathered takes its time. */
    static final Duration DRAIN_LIMIT = Duration.ofSeconds(90);

    final Duration warmup;
    /** Of each phase; the recovery goes on until the spool is drained. */
    final Duration phase;

    OutageTimes(int warmupSeconds, int phaseSeconds) {
        this.warmup = Duration.ofSeconds(warmupSeconds);
        this.phase = Duration.ofSeconds(phaseSeconds);
    }
}
