package io.steptrace.benchmarks.served;

/**
 * What one build did in one round of load.
 *
 * @param count what was done: answers with status 200, or spans delivered
 * @param elapsedNanos until the last of them
 * @param cpuNanos processor time of the server, its JIT compiler left out
 * @param othersCores taken by other processes at the time
 */
public record Round(long count, long elapsedNanos, long cpuNanos, double othersCores) {

    public double perSecond() {
        return count * 1e9 / elapsedNanos;
    }

    public double cpuMicrosEach() {
        return cpuNanos / 1e3 / count;
    }
}
