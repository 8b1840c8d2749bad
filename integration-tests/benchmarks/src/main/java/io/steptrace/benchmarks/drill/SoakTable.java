package io.steptrace.benchmarks.drill;

import java.io.PrintWriter;
import java.util.Locale;

/** The figures of a soak as text: minute by minute, then the sum. */
final class SoakTable {

    private static final String HEAD = "%6s %12s %12s %8s %8s %12s %10s %10s%n";
    private static final String ROW = "%6d %12.1f %12.1f %8d %8d %12d %10.1f %10.1f%n";
    private static final String SUM = "%-52s %12s%n";

    private SoakTable() {
    }

    static String head() {
        return String.format(HEAD, "minute", "heap min MB", "heap max MB", "threads", "most", "most spooled", "p50 ms",
                "p99 ms");
    }

    static String line(int number, SoakMinute minute) {
        return String.format(Locale.ROOT, ROW, number, minute.leastHeapMegabytes(), minute.mostHeapMegabytes(),
                minute.fewestThreads(), minute.mostThreads(), minute.mostSpooled(), minute.latencies().percentileMillis(50),
                minute.latencies().percentileMillis(99));
    }

    static void print(SoakResult result, PrintWriter out) {
        out.printf("%nCollector that dies %d times, refuses and stalls, for %d min at %d spans/s; heap after GC%n",
                result.deaths(), result.minutes().size(), OpenLoop.REQUESTS_PER_SECOND * OpenLoop.SPANS_PER_REQUEST);
        out.print(head());
        for (int number = 1; number <= result.minutes().size(); number++) {
            out.print(line(number, result.minutes().get(number - 1)));
        }
        out.printf(SUM, "spans sent", result.account().sent());
        out.printf(SUM, "spans delivered", result.account().delivered());
        out.printf(SUM, "spans lost", result.account().lost());
        out.printf(SUM, "of these counted by the exporter", result.countedLost());
        out.printf(SUM, "duplicates", result.account().duplicates());
        out.printf(SUM, "of these not explained by an answer cut off", result.unexplained());
        out.printf(SUM, "requests failed", result.failedRequests());
        out.printf(SUM, "heap slope, KB a minute", String.format(Locale.ROOT, "%+.0f", result.heapSlope()));
        out.printf(SUM, "threads",
                result.fewestThreads() + " to " + result.mostThreads() + (result.threadsGrow() ? ", grow" : ""));
    }
}
