package io.steptrace.benchmarks.soak;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import io.steptrace.benchmarks.comparison.Table;

/**
 * What a soak did to the application.
 *
 * @param books of all traces and spans
 * @param duplicates deliveries beyond the first of a span
 * @param unexplained of these, those that no cut answer explains
 * @param failedRequests without an answer
 * @param deaths of the collector
 * @param heapSlope growth of the heap after GC, in KB a minute
 * @param minutes at least one
 */
record SoakResult(Books books, long duplicates, long unexplained, long failedRequests, int deaths, double heapSlope,
        List<SoakMinute> minutes) {

    void print(PrintWriter out) {
        out.printf("%nCollector that dies %d times, refuses and stalls, for %d min; heap after GC%n", deaths, minutes.size());
        SoakMinute.printHead(out);
        for (int number = 1; number <= minutes.size(); number++) {
            minutes.get(number - 1).print(number, out);
        }
        books.print(out);
        Table sums = new Table(Soak.SUMS, out);
        sums.row("duplicates", duplicates);
        sums.row("of these not explained by an answer cut off", unexplained);
        sums.row("requests failed", failedRequests);
        sums.row("heap, MB", course(SoakSample::heapMegabytes, 1));
        sums.row("its slope, KB a minute", String.format(Locale.ROOT, "%+.0f", heapSlope));
        sums.row("RSS, MB", course(SoakSample::residentMegabytes, 0));
        sums.row("threads", course(SoakSample::threads, 0));
        sums.row("open files", course(SoakSample::openFiles, 0));
    }

    private String course(ToDoubleFunction<SoakSample> figure, int decimals) {
        return Range.of(figure, minutes).text(decimals) + (Range.grows(figure, minutes) ? ", grows" : "");
    }

    private boolean isFlat(ToDoubleFunction<SoakSample> figure) {
        return !Range.grows(figure, minutes);
    }

    boolean isGood() {
        return books.areExact() && unexplained == 0 && failedRequests == 0 && isFlat(SoakSample::heapMegabytes)
                && isFlat(SoakSample::threads) && isFlat(SoakSample::openFiles);
    }
}
