package io.steptrace.benchmarks.drill;

import java.util.Map;

import io.steptrace.benchmarks.served.JvmSample;

/**
 * What an outage did to one build.
 *
 * @param account of all spans, warm-up included
 * @param failedRequests without an answer of status 200
 * @param drainSeconds from the return of the collector until all spans of before were delivered; NaN for never
 * @param logLines printed during outage and recovery
 * @param before right before the outage
 * @param atItsEnd right before the collector returned
 * @param latencies of each phase
 */
record OutageFigures(Account account, long failedRequests, double drainSeconds, long logLines, JvmSample before,
        JvmSample atItsEnd, Map<Phase, Latencies> latencies) {
}
