package io.steptrace.benchmarks.http;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.steptrace.benchmarks.served.ClosedLoop;
import io.steptrace.benchmarks.served.Round;
import io.steptrace.benchmarks.served.RoundPair;
import io.steptrace.benchmarks.served.Spread;

/** The figures of both blogs as text, and how they compare. */
final class ThroughputTable {

    private static final String HEAD = "%-24s %10s %10s %6s %7s | %-22s %-22s%n";
    private static final String ROW = "%-24s %10.0f %10.1f %6.2f %7.1f | %-22s %-22s%n";

    private ThroughputTable() {
    }

    /** Prints one comparison: the medians of all rounds, and the ratios with the spread of their pairs. */
    static void print(Export export, HttpResult result, PrintWriter out) {
        List<RoundPair> pairs = result.pairs();
        out.printf("%nGET %s over %d connections, %s; 1.000 = quarkus.steptrace.enabled=false%n", HttpRun.PAGE,
                ClosedLoop.CONNECTIONS, export.description);
        out.printf(HEAD, "", "requests/s", "cpu us", "spans", "others", "requests/s", "cpu");
        print("with the extension", pairs, RoundPair::measured, result.measured(),
                Spread.ofRatios(pairs, Round::perSecond).toString(),
                Spread.ofRatios(pairs, Round::cpuMicrosEach).toString(), out);
        print("without", pairs, RoundPair::rival, result.rival(), "1.000", "1.000", out);
    }

    private static void print(String name, List<RoundPair> pairs, Function<RoundPair, Round> side, HttpResult.Spans spans,
            String throughput, String cpu, PrintWriter out) {
        List<Round> rounds = pairs.stream().map(side).toList();
        out.printf(Locale.ROOT, ROW, name, Spread.of(rounds, Round::perSecond).median(),
                Spread.of(rounds, Round::cpuMicrosEach).median(),
                spans.perAnswer(), Spread.of(rounds, Round::othersCores).median(), throughput, cpu);
    }
}
