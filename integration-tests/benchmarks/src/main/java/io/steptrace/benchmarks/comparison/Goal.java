package io.steptrace.benchmarks.comparison;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * What a figure has to be. Printed as a line of the table, by which {@code run.sh --check} finds those that are
 * missed.
 *
 * @param what the figure, in the words of its table
 * @param limit the last value that is good
 * @param isUpper whether smaller values are good as well, and not larger ones
 */
public record Goal(String what, double limit, boolean isUpper) {

    public static Goal atMost(String what, double limit) {
        return new Goal(what, limit, true);
    }

    public static Goal atLeast(String what, double limit) {
        return new Goal(what, limit, false);
    }

    /** A figure that could not be measured, {@code NaN}, meets no goal. */
    public boolean isMetBy(double value) {
        return isUpper ? value <= limit : value >= limit;
    }

    public void print(double value, PrintWriter out) {
        out.printf(Locale.ROOT, "goal: %s %.3f, at %s %.3f: %s%n", what, value, isUpper ? "most" : "least", limit,
                isMetBy(value) ? "met" : "missed");
        out.flush();
    }
}
