package io.steptrace.benchmarks.drill;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Function;

/** The figures of an outage as text, both builds side by side. */
final class OutageTable {

    private static final String ROW = "%-52s %18s %18s%n";

    private final OutageFigures measured;
    private final OutageFigures rival;
    private final PrintWriter out;

    private OutageTable(OutageFigures measured, OutageFigures rival, PrintWriter out) {
        this.measured = measured;
        this.rival = rival;
        this.out = out;
    }

    static void print(OutageTimes times, OutageFigures measured, OutageFigures rival, PrintWriter out) {
        out.printf("%nCollector gone for %d s at %d spans/s, OTLP http/protobuf, open loop; without = "
                + "quarkus.steptrace.enabled=false%n", times.phase.toSeconds(),
                OpenLoop.REQUESTS_PER_SECOND * OpenLoop.SPANS_PER_REQUEST);
        out.printf(ROW, "", "with the extension", "without");
        new OutageTable(measured, rival, out).print();
    }

    private void print() {
        row("spans sent", figures -> String.valueOf(figures.account().sent()));
        row("spans delivered", figures -> String.valueOf(figures.account().delivered()));
        row("spans lost", figures -> String.valueOf(figures.account().lost()));
        row("duplicates", figures -> String.valueOf(figures.account().duplicates()));
        row("s from the collector's return until all had arrived", figures -> decimal(figures.drainSeconds()));
        row("log lines during outage and recovery", figures -> String.valueOf(figures.logLines()));
        row("heap after GC before the outage, MB", figures -> decimal(figures.before().heapMegabytes()));
        row("heap after GC at its end, MB", figures -> decimal(figures.atItsEnd().heapMegabytes()));
        row("requests failed", figures -> String.valueOf(figures.failedRequests()));
        for (Phase phase : Phase.values()) {
            row("p50 / p99 of requests, " + phase.name().toLowerCase(Locale.ROOT) + ", ms",
                    figures -> decimal(figures.latencies().get(phase).percentileMillis(50)) + " / "
                            + decimal(figures.latencies().get(phase).percentileMillis(99)));
        }
    }

    private void row(String name, Function<OutageFigures, String> figure) {
        out.printf(ROW, name, figure.apply(measured), figure.apply(rival));
    }

    private static String decimal(double value) {
        return Double.isNaN(value) ? "never" : String.format(Locale.ROOT, "%.1f", value);
    }
}
