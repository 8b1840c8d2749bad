package io.steptrace.benchmarks.comparison;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A median, and between which values the middle half of all lies.
 *
 * @param low the first quartile
 * @param high the third quartile
 */
public record Spread(double median, double low, double high) {

    public static Spread of(DoubleStream values) {
        double[] sorted = values.toArray();
        Arrays.sort(sorted);
        return new Spread(quantile(sorted, 0.5), quantile(sorted, 0.25), quantile(sorted, 0.75));
    }

    /** As tables have it: the median, then the others in brackets where they differ. */
    @Override
    public String toString() {
        String format = Double.compare(low, high) == 0 ? "%.3f" : "%.3f (%.3f..%.3f)";
        return String.format(Locale.ROOT, format, median, low, high);
    }

    /** Between two values that are there, one in proportion. */
    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        if (position == below) {
            return sorted[below];
        }
        int above = below + 1;
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
