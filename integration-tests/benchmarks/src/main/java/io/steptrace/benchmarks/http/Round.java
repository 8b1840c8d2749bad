package io.steptrace.benchmarks.http;

/**
 * What one blog did in one round of load.
 *
 * @param answers all of them with status 200
 * @param elapsedNanos until the last of them
 * @param cpuNanos processor time of the server
 * @param othersCores taken by other processes at the time
 */
record Round(long answers, long elapsedNanos, long cpuNanos, double othersCores) {

    double answersPerSecond() {
        return answers * 1e9 / elapsedNanos;
    }

    double cpuMicrosPerAnswer() {
        return cpuNanos / 1e3 / answers;
    }
}
