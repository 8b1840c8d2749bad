package io.steptrace.benchmarks.served;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
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

    /** Of what one build did. */
    public static Spread of(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return of(rounds.stream().mapToDouble(figure));
    }

    /** Of what the measured build did against its rival. */
    public static Spread ofRatios(List<RoundPair> pairs, ToDoubleFunction<Round> figure) {
        return of(pairs.stream().mapToDouble(pair -> pair.ratio(figure)));
    }

    /** As tables have it: the median, then the others in brackets. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f (%.3f..%.3f)", median, low, high);
    }

    /** Between two values that are there, one in proportion. */
    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
