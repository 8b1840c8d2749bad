package io.steptrace.benchmarks.waits;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.steptrace.benchmarks.comparison.Column;
import io.steptrace.benchmarks.comparison.Comparison;
import io.steptrace.benchmarks.comparison.Comparison.Effort;
import io.steptrace.benchmarks.comparison.Goal;
import io.steptrace.benchmarks.comparison.Spread;
import io.steptrace.benchmarks.comparison.Table;

/** Starts an application with the detection of waits and without, and has it find a thousand of them a second. */
public final class WaitsComparison {

    private static final List<Column<Detection, Start>> COLUMNS = List.of(
            Column.median("quarkus ms", start -> start.milestone().reportedMillis()),
            Column.median("wall ms", start -> start.milestone().elapsedMillis()),
            Column.median("cpu ms", start -> start.milestone().cpuMillis()),
            Column.median("answer ms", Start::answeredMillis), Column.median("RSS MB", Start::residentMegabytes),
            Column.median("others", start -> start.milestone().othersCores()),
            Column.ratio("quarkus", Detection.OFF, start -> start.milestone().reportedMillis()),
            Column.ratio("wall", Detection.OFF, start -> start.milestone().elapsedMillis()),
            Column.ratio("cpu", Detection.OFF, start -> start.milestone().cpuMillis()));
    private static final String LAYOUT = "%-18s %10.0f %8.0f %7.0f %9.0f %7.1f %7.1f | %-22s %-22s %-22s";

    private WaitsComparison() {
    }

    /** @param arguments {@code full|quick <folder of the application>} */
    public static boolean run(List<String> arguments, PrintWriter out) throws IOException, InterruptedException {
        boolean isQuick = arguments.get(0).equals("quick");
        Path application = Path.of(arguments.get(1));
        Comparison<Detection, Start> starts = new Comparison<>(List.of(Detection.values()), COLUMNS,
                new Effort(1, 1, isQuick ? 8 : 20));
        var turns = starts.measure(detection -> {
            Start start = Start.of(application, detection);
            System.out.printf("%-18s %6.0f ms, first answer after %5.0f ms%n", detection, start.milestone().elapsedMillis(),
                    start.answeredMillis());
            return start;
        });
        starts.print("start", new Table(LAYOUT, out), turns);
        Goal.atMost("start, " + Detection.ON + " / " + Detection.OFF + ", cpu", 1.02).print(Spread.of(turns.stream()
                .mapToDouble(turn -> turn.ratio(Detection.ON, Detection.OFF, start -> start.milestone().cpuMillis())))
                .median(), out);
        boolean isRight = true;
        for (Detection detection : Detection.values()) {
            out.printf("%n%s, a thousand sleeps a second:%n", detection);
            try (WaitsLoad load = new WaitsLoad(application, detection, out)) {
                isRight &= load.run(Duration.ofSeconds(isQuick ? 40 : 120));
            }
        }
        return isRight;
    }
}
