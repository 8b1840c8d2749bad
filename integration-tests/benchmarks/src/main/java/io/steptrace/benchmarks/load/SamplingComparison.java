package io.steptrace.benchmarks.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.steptrace.benchmarks.comparison.Column;
import io.steptrace.benchmarks.comparison.Comparison;
import io.steptrace.benchmarks.comparison.Comparison.Turn;
import io.steptrace.benchmarks.comparison.Table;
import io.steptrace.benchmarks.load.Delivery.Share;
import io.steptrace.benchmarks.load.LoadComparison.Contestant;
import io.steptrace.benchmarks.load.Mix.Kind;
import io.steptrace.benchmarks.load.UndecidedTraces.HeapSteps;
import io.steptrace.benchmarks.served.ClosedLoop;
import io.steptrace.benchmarks.served.Round;

/**
 * Loads an application that keeps few traces and one that exports all, in turn: what that costs and what arrives. It fails if a
 * trace with a failure was lost.
 */
public final class SamplingComparison {

    private static final String LAYOUT = "%-44s %12.1f %12.1f | %-22s";

    private final Contestant sampling;
    private final Contestant all;
    private final SampledSide measured = new SampledSide(true);
    private final SampledSide rival = new SampledSide(true);
    private final Table table;

    private SamplingComparison(Path measuredBuild, Path rivalBuild, Table table) {
        this.sampling = new Contestant("sampling", measuredBuild);
        this.all = new Contestant("all", rivalBuild);
        this.table = table;
    }

    /** @param arguments {@code full|quick <folder of the application with the extension> <folder without>} */
    public static boolean run(List<String> arguments, PrintWriter out) throws IOException, InterruptedException {
        SamplingComparison run = new SamplingComparison(Path.of(arguments.get(1)), Path.of(arguments.get(2)),
                new Table(LAYOUT, out));
        Comparison<Contestant, Round> comparison = new Comparison<>(List.of(run.sampling, run.all),
                // its figures are many, so they are rows here
                List.of(), arguments.get(0).equals("quick") ? LoadComparison.QUICK : LoadComparison.FULL);
        Map<Contestant, SampledSide> sides = Map.of(run.sampling, run.measured, run.all, run.rival);
        var turns = new LoadComparison(comparison,
                (contestant, vertx) -> new MixedBuild(contestant, sides.get(contestant), ClosedLoop.UNLIMITED, vertx))
                .measure(MixedBuild.SAMPLER);
        out.printf("%nGET /mixed over %d connections, 1 %% fail, 1 %% take 60 ms, 5 spans each, http/protobuf%n"
                + "sampling = %s; all = the same application built with%n"
                + "quarkus.steptrace.enabled=false and sampled always_on, which stands for 1.000%n",
                ClosedLoop.CONNECTIONS, MixedBuild.SAMPLER);
        run.print(turns);
        Share failed = run.measured.share(Kind.FAILING);
        Share slow = run.measured.share(Kind.SLOW);
        out.printf("lost by the tail: %d of %d failed traces, %d of %d slow ones%n", failed.lost(), failed.made(), slow.lost(),
                slow.made());
        out.printf(
                "p99 alone cannot keep every slow trace: it keeps about one in a hundred of its route, however many are slow.%n"
                        + "slow(50ms) keeps the rest, and ordinary requests that happen to take as long.%n");
        new ExportedBytes(Path.of(arguments.get(1)), Path.of(arguments.get(2)), out).compare();
        return failed.lost() == 0;
    }

    /** Prints the medians of all rounds, and the ratios with the spread of their turns. */
    private void print(List<Turn<Contestant, Round>> turns) {
        table.row("", sampling, all, "ratio");
        printRounds("requests/s", Round::perSecond, turns);
        printRounds("cpu us per request", Round::cpuMicrosEach, turns);
        printRounds("cores of others", Round::othersCores, turns);
        printKept("failed traces that arrived", Kind.FAILING);
        printKept("slow traces that arrived", Kind.SLOW);
        printKept("ordinary traces that arrived", Kind.ORDINARY);
        printHeap("heap after GC, MB, after the load", HeapSteps::loaded);
        printHeap("  with " + UndecidedTraces.HELD + " undecided traces more", HeapSteps::holding);
    }

    private void printRounds(String name, ToDoubleFunction<Round> figure, List<Turn<Contestant, Round>> turns) {
        Column<Contestant, Round> median = Column.median(name, figure);
        table.row(name, median.source().of(sampling, turns), median.source().of(all, turns),
                Column.ratio(name, all, figure).source().of(sampling, turns));
    }

    private void printKept(String name, Kind kind) {
        table.row(name, percent(measured.share(kind)), percent(rival.share(kind)), "");
    }

    private static String percent(Share share) {
        return String.format(Locale.ROOT, "%.2f%%", share.percent());
    }

    private void printHeap(String name, ToDoubleFunction<HeapSteps> figure) {
        table.row(name, measured.heap(figure), rival.heap(figure), "");
    }
}
