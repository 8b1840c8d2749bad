package io.steptrace.benchmarks.drill;

import java.io.PrintWriter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import io.steptrace.benchmarks.comparison.Table;
import io.steptrace.benchmarks.drill.Sent.Account;

/**
 * What a soak did to the application.
 *
 * @param account of all spans
 * @param countedLost of these, what the exporter itself says it has lost
 * @param unexplained duplicates that no cut answer explains
 * @param failedRequests without an answer of status 200
 * @param deaths of the collector
 * @param heapSlope growth of the heap after GC, in KB a minute
 * @param minutes at least one
 */
record SoakResult(Account account, long countedLost, long unexplained, long failedRequests, int deaths, double heapSlope,
        List<SoakMinute> minutes) {

    void print(PrintWriter out) {
        out.printf("%nCollector that dies %d times, refuses and stalls, for %d min at %d spans/s; heap after GC%n",
                deaths, minutes.size(), OpenLoop.REQUESTS_PER_SECOND * OpenLoop.SPANS_PER_REQUEST);
        SoakMinute.printHead(out);
        for (int number = 1; number <= minutes.size(); number++) {
            minutes.get(number - 1).print(number, out);
        }
        Table sums = new Table("%-52s %12d", out);
        sums.row("spans sent", account.sent());
        sums.row("spans delivered", account.delivered());
        sums.row("spans lost", account.lost());
        sums.row("of these counted by the exporter", countedLost);
        sums.row("duplicates", account.duplicates());
        sums.row("of these not explained by an answer cut off", unexplained);
        sums.row("requests failed", failedRequests);
        sums.row("heap slope, KB a minute", String.format(Locale.ROOT, "%+.0f", heapSlope));
        sums.row("threads", fewestThreads() + " to " + mostThreads() + (threadsGrow() ? ", grow" : ""));
    }

    private int fewestThreads() {
        return Collections.min(minutes.stream().map(SoakMinute::fewestThreads).toList());
    }

    private int mostThreads() {
        return Collections.max(minutes.stream().map(SoakMinute::mostThreads).toList());
    }

    /** Lost and not counted. */
    long unaccounted() {
        return Math.max(0, account.lost() - countedLost);
    }

    /** Whether the last third of the minutes never has as few threads as the first third had at most. */
    boolean threadsGrow() {
        int third = minutes.size() / 3;
        if (third == 0) {
            return false;
        }
        int mostAtFirst = Collections.max(minutes.subList(0, third).stream().map(SoakMinute::mostThreads).toList());
        int fewestAtLast = Collections.min(minutes.subList(minutes.size() - third, minutes.size()).stream()
                .map(SoakMinute::fewestThreads).toList());
        return fewestAtLast > mostAtFirst;
    }

    boolean isGood() {
        return unaccounted() == 0 && unexplained == 0 && !threadsGrow();
    }
}
