package io.steptrace.benchmarks.report;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long to measure: to be sure, or to have a first look.
 * <p>
 * Two cores need some seconds to compile what three threads run at once; short iterations without a long warm-up measure the
 * compiler.
 */
enum Effort {

    FULL(6, 4),
    QUICK(4, 3);

    private static final TimeValue ITERATION = TimeValue.seconds(1);

    private final int warmups;
    private final int iterations;

    Effort(int warmups, int iterations) {
        this.warmups = warmups;
        this.iterations = iterations;
    }

    /** Each benchmark says itself how many forks it needs; a first look makes do with one. */
    void applyTo(ChainedOptionsBuilder options) {
        options.warmupIterations(warmups).warmupTime(ITERATION).measurementIterations(iterations).measurementTime(ITERATION);
        if (this == QUICK) {
            options.forks(1);
        }
    }
}
