package io.steptrace.benchmarks.sampling;

/**
 * The heap of an application after garbage collection, in megabytes.
 *
 * @param loaded right after the load
 * @param holding with traces that are not decided
 */
record HeapSteps(double loaded, double holding) {
}
