package io.steptrace.benchmarks.burst;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.steptrace.benchmarks.served.Round;
import io.steptrace.benchmarks.served.RoundPair;
import io.steptrace.benchmarks.served.Spread;

/** The figures of both exporters as text, and how they compare. */
final class BurstTable {

    private static final String HEAD = "%-30s %10s %10s %7s | %-22s %-22s%n";
    private static final String ROW = "%-30s %10.0f %10.2f %7.1f | %-22s %-22s%n";

    private BurstTable() {
    }

    static void printHead(PrintWriter out) {
        out.printf("%nSpans received by a local sink, OTLP http/protobuf, %d always on their way; cpu us of the application "
                + "for each span, making it included%n", BurstLoad.WINDOW);
        out.printf("1.000 = the same build with quarkus.steptrace.export.guard=false%n");
        out.printf(HEAD, "", "spans/s", "cpu us", "others", "spans/s", "cpu");
    }

    /** Prints one comparison: the medians of all rounds, and the ratios with the spread of their pairs. */
    static void print(Compression compression, List<RoundPair> pairs, PrintWriter out) {
        String how = compression == Compression.GZIP ? ", gzip" : "";
        print("guarded" + how, pairs, RoundPair::measured, Spread.ofRatios(pairs, Round::perSecond).toString(),
                Spread.ofRatios(pairs, Round::cpuMicrosEach).toString(),
                out);
        print("Quarkus' own" + how, pairs, RoundPair::rival, "1.000", "1.000", out);
    }

    private static void print(String name, List<RoundPair> pairs, Function<RoundPair, Round> side, String throughput,
            String cpu,
            PrintWriter out) {
        List<Round> rounds = pairs.stream().map(side).toList();
        out.printf(Locale.ROOT, ROW, name, Spread.of(rounds, Round::perSecond).median(),
                Spread.of(rounds, Round::cpuMicrosEach).median(),
                Spread.of(rounds, Round::othersCores).median(), throughput, cpu);
    }
}
