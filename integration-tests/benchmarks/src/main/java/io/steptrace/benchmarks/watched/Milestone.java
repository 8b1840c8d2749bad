package io.steptrace.benchmarks.watched;

/**
 * What a process had taken when it announced that it was done.
 *
 * @param reportedMillis as the announcement has it: without the start of a JVM itself
 * @param elapsedNanos since it was launched
 * @param cpuNanos processor time of all its threads, compiler and garbage collector included
 * @param othersCores taken by other processes at the time
 */
public record Milestone(double reportedMillis, long elapsedNanos, long cpuNanos, double othersCores) {

    public double elapsedMillis() {
        return elapsedNanos / 1e6;
    }

    public double cpuMillis() {
        return cpuNanos / 1e6;
    }
}
