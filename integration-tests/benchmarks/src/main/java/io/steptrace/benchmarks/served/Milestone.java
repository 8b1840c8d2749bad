package io.steptrace.benchmarks.served;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process had taken when it announced that it was done.
 *
 * @param reportedMillis as the announcement has it: without the start of a JVM itself
 * @param elapsedNanos since it was launched
 * @param cpuNanos processor time of all its threads, compiler and garbage collector included
 * @param othersCores taken by other processes at the time
 */
public record Milestone(double reportedMillis, long elapsedNanos, long cpuNanos, double othersCores) {

    /** A line in which Quarkus says that it is done, and how long that took. */
    public enum Announcement {

        AUGMENTED("Quarkus augmentation completed in (\\d+)ms", 1),

        STARTED(" started in (\\d+\\.\\d+)s\\.", 1000);

        private final Pattern pattern;
        private final double millisPerUnit;

        Announcement(String pattern, double millisPerUnit) {
            this.pattern = Pattern.compile(pattern);
            this.millisPerUnit = millisPerUnit;
        }

        /** How long it took; empty if the line says something else. */
        OptionalDouble millisIn(String line) {
            Matcher matcher = pattern.matcher(line);
            return matcher.find() ? OptionalDouble.of(Double.parseDouble(matcher.group(1)) * millisPerUnit)
                    : OptionalDouble.empty();
        }
    }

    public double elapsedMillis() {
        return elapsedNanos / 1e6;
    }

    public double cpuMillis() {
        return cpuNanos / 1e6;
    }
}
