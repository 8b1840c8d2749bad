package io.steptrace.benchmarks.soak;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Between what a figure was during some minutes. */
record Range(double least, double most) {

    static Range of(ToDoubleFunction<SoakSample> figure, SoakMinute minute) {
        return of(figure, List.of(minute));
    }

    static Range of(ToDoubleFunction<SoakSample> figure, List<SoakMinute> minutes) {
        DoubleSummaryStatistics all = new DoubleSummaryStatistics();
        minutes.forEach(minute -> all.combine(minute.of(figure)));
        return new Range(all.getMin(), all.getMax());
    }

    /** Whether the last third of the minutes never falls back to where the first third was; false for fewer than three. */
    static boolean grows(ToDoubleFunction<SoakSample> figure, List<SoakMinute> minutes) {
        int third = minutes.size() / 3;
        return third > 0 && of(figure, minutes.subList(minutes.size() - third, minutes.size())).least > of(figure,
                minutes.subList(0, third)).most;
    }

    String text(int decimals) {
        String number = "%." + decimals + "f";
        return String.format(Locale.ROOT, number + " to " + number, least, most);
    }
}
