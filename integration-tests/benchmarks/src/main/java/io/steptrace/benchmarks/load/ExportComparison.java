package io.steptrace.benchmarks.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

import io.steptrace.benchmarks.comparison.Column;
import io.steptrace.benchmarks.comparison.Comparison;
import io.steptrace.benchmarks.comparison.Comparison.Effort;
import io.steptrace.benchmarks.comparison.Goal;
import io.steptrace.benchmarks.comparison.Spread;
import io.steptrace.benchmarks.comparison.Table;
import io.steptrace.benchmarks.load.LoadComparison.Contestant;
import io.steptrace.benchmarks.served.Round;

/** Has spans exported by the guarded exporter and by Quarkus' own, in turn: the ratio of their throughputs. */
public final class ExportComparison {

    private static final Effort FULL = new Effort(3, 8, 9);
    private static final Effort QUICK = new Effort(1, 8, 9);
    private static final String LAYOUT = "%-30s %10.0f %10.2f %7.1f | %-22s %-22s";

    private ExportComparison() {
    }

    /** @param arguments {@code full|quick <folder of the application with the guard> <folder without>} */
    public static boolean run(List<String> arguments, PrintWriter out) throws IOException, InterruptedException {
        out.printf("%nSpans received by a local sink, OTLP http/protobuf, %d always on their way; cpu us of the application "
                + "for each span, making it included%n", BurstLoad.WINDOW);
        out.printf("1.000 = the same build with quarkus.steptrace.export.guard=false%n");
        Table table = new Table(LAYOUT, out);
        for (String compression : List.of("none", "gzip")) {
            String how = compression.equals("none") ? "" : ", " + compression;
            Contestant guarded = new Contestant("guarded" + how, Path.of(arguments.get(1)));
            Contestant stock = new Contestant("Quarkus' own" + how, Path.of(arguments.get(2)));
            Comparison<Contestant, Round> comparison = new Comparison<>(List.of(guarded, stock), List.of(
                    Column.median("spans/s", Round::perSecond), Column.median("cpu us", Round::cpuMicrosEach),
                    Column.median("others", Round::othersCores), Column.ratio("spans/s", stock, Round::perSecond),
                    Column.ratio("cpu", stock, Round::cpuMicrosEach)),
                    arguments.get(0).equals("quick") ? QUICK : FULL);
            var turns = new LoadComparison(comparison,
                    (contestant, vertx) -> new BurstLoad(contestant, vertx, compression))
                    .measure("compression " + compression);
            if (how.isEmpty()) {
                comparison.printHead("", table);
            }
            for (Contestant contestant : comparison.contestants()) {
                comparison.printRow(contestant.name(), contestant, table, turns);
            }
            Goal.atLeast(guarded + " / " + stock + ", spans/s", how.isEmpty() ? 1.3 : 1.5).print(Spread.of(turns.stream()
                    .mapToDouble(turn -> turn.ratio(guarded, stock, Round::perSecond))).median(), out);
        }
        return true;
    }
}
