package io.steptrace.benchmarks;

import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What one benchmark cost per operation, each figure the median of all iterations, which a shared machine disturbs least.
 *
 * @param nanos elapsed time
 * @param cpuNanos processor time of all threads
 * @param bytes allocated by all threads
 * @param spans exported
 * @param othersCores taken by other processes at the time
 */
record Measurement(double nanos, double cpuNanos, double bytes, double spans, double othersCores) {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    static Measurement of(RunResult run) {
        return new Measurement(median(run.getPrimaryResult()), secondary(run, CostProfiler.CPU), secondary(run, ALLOCATED),
                secondary(run, CostProfiler.SPANS), secondary(run, CostProfiler.OTHERS));
    }

    private static double secondary(RunResult run, String name) {
        Result<?> result = run.getSecondaryResults().get(name);
        return result == null ? Double.NaN : median(result);
    }

    private static double median(Result<?> result) {
        return result.getStatistics().getPercentile(50);
    }
}
