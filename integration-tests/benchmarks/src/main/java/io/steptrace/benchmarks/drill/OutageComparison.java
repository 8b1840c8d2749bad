package io.steptrace.benchmarks.drill;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import io.steptrace.benchmarks.comparison.Column;
import io.steptrace.benchmarks.comparison.Comparison;
import io.steptrace.benchmarks.comparison.Comparison.Effort;
import io.steptrace.benchmarks.comparison.Comparison.Turn;
import io.steptrace.benchmarks.comparison.Table;
import io.steptrace.benchmarks.drill.OutageDrill.Figures;
import io.steptrace.benchmarks.drill.OutageDrill.Phase;

/**
 * Takes the collector away from the application with the extension and from that without, both under the same load at the same
 * time, and writes what became of spans, heap and answers. Fails if the extension lost a span or delivered one twice.
 */
public final class OutageComparison {

    /** For the spans of the last requests; what is lost is not waited for. */
    private static final Duration LAST_SPANS = Duration.ofSeconds(10);

    /** The circuit breaker lets a trial through every half minute, and what has gathered takes its time. */
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(250);

    private static final String WITH = "with the extension";
    private static final String WITHOUT = "without";
    private static final String LAYOUT = "%-52s %18d %18d";

    private final Duration warmup;

    /** Of each phase; the recovery goes on until the spool is drained. */
    private final Duration phase;

    private OutageComparison(boolean isQuick) {
        this.warmup = Duration.ofSeconds(isQuick ? 10 : 20);
        this.phase = Duration.ofSeconds(isQuick ? 15 : 60);
    }

    /** @param arguments {@code full|quick <folder of the application with> <folder of the application without>} */
    public static boolean run(List<String> arguments, PrintWriter out)
            throws IOException, InterruptedException, TimeoutException {
        OutageComparison run = new OutageComparison(arguments.get(0).equals("quick"));
        try (DrilledBuild with = DrilledBuild.start(Path.of(arguments.get(1)), List.of());
                DrilledBuild without = DrilledBuild.start(Path.of(arguments.get(2)), List.of())) {
            OutageDrill drill = new OutageDrill(with);
            OutageDrill rival = new OutageDrill(without);
            run.drill(drill, rival);
            Figures measured = drill.end(LAST_SPANS);
            run.print(new Turn<>(Map.of(WITH, measured, WITHOUT, rival.end(LAST_SPANS))), out);
            return measured.account().lost() == 0 && measured.account().duplicates() == 0;
        }
    }

    private void print(Turn<String, Figures> turn, PrintWriter out) {
        out.printf("%nCollector gone for %d s at %d spans/s, OTLP http/protobuf, open loop; without = "
                + "quarkus.steptrace.enabled=false%n", phase.toSeconds(),
                OpenLoop.REQUESTS_PER_SECOND * OpenLoop.SPANS_PER_REQUEST);
        List<Column<String, Figures>> columns = new ArrayList<>(List.of(
                column("spans sent", turn, figures -> figures.account().sent()),
                column("spans delivered", turn, figures -> figures.account().delivered()),
                column("spans lost", turn, figures -> figures.account().lost()),
                column("duplicates", turn, figures -> figures.account().duplicates()),
                column("s from the collector's return until all had arrived", turn,
                        figures -> decimal(figures.drainSeconds())),
                column("log lines during outage and recovery", turn, Figures::logLines),
                column("heap after GC before the outage, MB", turn, figures -> decimal(figures.before().heapMegabytes())),
                column("heap after GC at its end, MB", turn, figures -> decimal(figures.atItsEnd().heapMegabytes())),
                column("requests failed", turn, Figures::failedRequests)));
        for (Phase each : Phase.values()) {
            columns.add(column("p50 / p99 of requests, " + each.name().toLowerCase(Locale.ROOT) + ", ms", turn,
                    figures -> decimal(figures.latencies().get(each).percentileMillis(50)) + " / "
                            + decimal(figures.latencies().get(each).percentileMillis(99))));
        }
        new Comparison<>(List.of(WITH, WITHOUT), columns, new Effort(1, 0, 1)).printAcross(new Table(LAYOUT, out),
                List.of(turn));
    }

    private static Column<String, Figures> column(String heading, Turn<String, Figures> turn,
            Function<Figures, Object> figure) {
        return Column.of(heading, contestant -> figure.apply(turn.taken().get(contestant)));
    }

    private static String decimal(double value) {
        return Double.isNaN(value) ? "never" : String.format(Locale.ROOT, "%.1f", value);
    }

    private void drill(OutageDrill measured, OutageDrill rival)
            throws IOException, InterruptedException, TimeoutException {
        measured.beginLoad();
        rival.beginLoad();
        pass("warm-up", warmup);
        measured.enter(Phase.HEALTHY);
        rival.enter(Phase.HEALTHY);
        pass("healthy", phase);
        measured.loseCollector();
        rival.loseCollector();
        measured.enter(Phase.OUTAGE);
        rival.enter(Phase.OUTAGE);
        pass("outage", phase);
        measured.returnCollector();
        rival.returnCollector();
        measured.enter(Phase.RECOVERY);
        rival.enter(Phase.RECOVERY);
        recover(measured, rival);
        measured.endLoad();
        rival.endLoad();
    }

    /** As long as the other phases at least, and until the measured build has drained, up to a limit. */
    private void recover(OutageDrill measured, OutageDrill rival) throws InterruptedException {
        System.out.println("# recovery");
        long begun = System.nanoTime();
        long atLeast = begun + phase.toNanos();
        long giveUp = begun + DRAIN_LIMIT.toNanos();
        boolean drained = false;
        while (System.nanoTime() - atLeast < 0 || !drained && System.nanoTime() - giveUp < 0) {
            drained = measured.isDrained();
            // asked as often, or it would look slower than it is
            rival.isDrained();
            Thread.sleep(POLL.toMillis());
        }
    }

    private static void pass(String name, Duration duration) throws InterruptedException {
        System.out.printf("# %s, %d s%n", name, duration.toSeconds());
        Thread.sleep(duration.toMillis());
    }
}
