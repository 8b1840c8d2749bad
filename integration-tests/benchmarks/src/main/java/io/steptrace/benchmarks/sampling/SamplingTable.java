package io.steptrace.benchmarks.sampling;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import io.steptrace.benchmarks.served.ClosedLoop;
import io.steptrace.benchmarks.served.Round;
import io.steptrace.benchmarks.served.RoundPair;
import io.steptrace.benchmarks.served.Spread;

/** The figures of both builds as text, and how they compare. */
final class SamplingTable {

    private static final String HEAD = "%-44s %12s %12s | %-22s%n";
    private static final String FIGURE = "%-44s %12.1f %12.1f | %-22s%n";
    private static final String KEPT = "%-44s %11.2f%% %11.2f%% |%n";

    private final SamplingResult result;
    private final PrintWriter out;

    private SamplingTable(SamplingResult result, PrintWriter out) {
        this.result = result;
        this.out = out;
    }

    /** Prints the medians of all rounds, and the ratios with the spread of their pairs. */
    static void print(SamplingResult result, PrintWriter out) {
        new SamplingTable(result, out).print();
    }

    private void print() {
        out.printf("%nGET /mixed over %d connections, 1 %% fail, 1 %% take 60 ms, 5 spans each, http/protobuf%n"
                + "sampling = %s; all = the same application built with%n"
                + "quarkus.steptrace.enabled=false and sampled always_on, which stands for 1.000%n",
                ClosedLoop.CONNECTIONS, MixedBuild.SAMPLER);
        out.printf(HEAD, "", "sampling", "all", "ratio");
        printRounds("requests/s", Round::perSecond);
        printRounds("cpu us per request", Round::cpuMicrosEach);
        printRounds("cores of others", Round::othersCores);
        printBytes("exported bytes per request", Delivery::bytesPerRequest);
        printBytes("exported bytes per trace that arrived", Delivery::bytesPerArrivedTrace);
        printKept("failed traces that arrived", Kind.FAILING);
        printKept("slow traces that arrived", Kind.SLOW);
        printKept("ordinary traces that arrived", Kind.ORDINARY);
        printHeap("heap after GC, MB, after the load", HeapSteps::loaded);
        printHeap("  with " + UndecidedTraces.HELD + " undecided traces more", HeapSteps::holding);
        printCounts();
    }

    private void printRounds(String name, ToDoubleFunction<Round> figure) {
        List<RoundPair> pairs = result.pairs();
        out.printf(Locale.ROOT, FIGURE, name, Spread.of(pairs.stream().map(RoundPair::measured).toList(), figure).median(),
                Spread.of(pairs.stream().map(RoundPair::rival).toList(), figure).median(), Spread.ofRatios(pairs, figure));
    }

    private void printBytes(String name, ToDoubleFunction<Delivery> figure) {
        double measured = figure.applyAsDouble(result.measured().delivery());
        double rival = figure.applyAsDouble(result.rival().delivery());
        out.printf(Locale.ROOT, FIGURE, name, measured, rival, String.format(Locale.ROOT, "%.3f", measured / rival));
    }

    private void printKept(String name, Kind kind) {
        out.printf(Locale.ROOT, KEPT, name, result.measured().delivery().shares().get(kind).percent(),
                result.rival().delivery().shares().get(kind).percent());
    }

    private void printHeap(String name, ToDoubleFunction<HeapSteps> figure) {
        out.printf(Locale.ROOT, FIGURE, name, heap(result.measured(), figure), heap(result.rival(), figure), "");
    }

    private static double heap(SamplingResult.Side side, ToDoubleFunction<HeapSteps> figure) {
        return Spread.of(side.heaps().stream().mapToDouble(figure)).median();
    }

    private void printCounts() {
        Share failed = result.measured().delivery().shares().get(Kind.FAILING);
        Share slow = result.measured().delivery().shares().get(Kind.SLOW);
        out.printf("lost by the tail: %d of %d failed traces, %d of %d slow ones%n", failed.lost(), failed.made(), slow.lost(),
                slow.made());
        out.printf(
                "p99 alone cannot keep every slow trace: it keeps about one in a hundred of its route, however many are slow.%n"
                        + "slow(50ms) keeps the rest, and ordinary requests that happen to take as long.%n");
    }
}
