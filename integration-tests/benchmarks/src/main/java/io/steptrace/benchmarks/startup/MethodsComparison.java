package io.steptrace.benchmarks.startup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.steptrace.benchmarks.comparison.Column;
import io.steptrace.benchmarks.comparison.Comparison;
import io.steptrace.benchmarks.comparison.Comparison.Effort;
import io.steptrace.benchmarks.comparison.Goal;
import io.steptrace.benchmarks.comparison.Spread;
import io.steptrace.benchmarks.comparison.Table;
import io.steptrace.benchmarks.served.Milestone;

/** Builds and starts an application with a thousand annotated methods and its twins, in turn. */
public final class MethodsComparison {

    private static final List<Column<Twin, Milestone>> COLUMNS = List.of(
            Column.median("quarkus ms", Milestone::reportedMillis), Column.median("wall ms", Milestone::elapsedMillis),
            Column.median("cpu ms", Milestone::cpuMillis), Column.median("others", Milestone::othersCores),
            Column.ratio("quarkus", Twin.PLAIN, Milestone::reportedMillis),
            Column.ratio("wall", Twin.PLAIN, Milestone::elapsedMillis),
            Column.ratio("cpu", Twin.PLAIN, Milestone::cpuMillis),
            Column.ratio("quarkus", Twin.WITH_SPAN, Milestone::reportedMillis),
            Column.ratio("cpu", Twin.WITH_SPAN, Milestone::cpuMillis));
    private static final String LAYOUT = "%-22s %10.0f %8.0f %8.0f %7.1f | %-22s %-22s %-22s | %-22s %-22s";

    private final Map<Twin, MutableBuild> builds = new EnumMap<>(Twin.class);
    private final PrintWriter out;

    private MethodsComparison(Path template, Path folder, PrintWriter out) throws IOException {
        for (Twin twin : Twin.values()) {
            builds.put(twin, MutableBuild.of(twin, template, folder.resolve(twin.name())));
        }
        this.out = out;
    }

    /** @param arguments {@code full|quick <folder of a mutable jar with the extension> <empty folder>} */
    public static boolean run(List<String> arguments, PrintWriter out) throws IOException, InterruptedException {
        boolean isQuick = arguments.get(0).equals("quick");
        // the first of either fill the caches of the machine
        Effort ofBuilds = new Effort(1, 1, isQuick ? 3 : 7);
        Effort ofStarts = new Effort(1, 1, isQuick ? 8 : 24);
        MethodsComparison run = new MethodsComparison(Path.of(arguments.get(1)), Path.of(arguments.get(2)), out);
        out.printf(Locale.ROOT,
                "%n%,d annotated methods; 1.000 = the same application without annotations, then with @WithSpan%n",
                Twin.methods());
        run.compare("augmentation", ofBuilds, MutableBuild::augment);
        for (MutableBuild build : run.builds.values()) {
            build.requireInterception();
        }
        run.compare("start", ofStarts, build -> build.start(false));
        run.compare("start, beans created", ofStarts, build -> build.start(true));
        return true;
    }

    private void compare(String what, Effort effort, Comparison.Trial<MutableBuild, Milestone> trial)
            throws IOException, InterruptedException {
        System.out.printf("# %s, %d turns and %d before that%n", what, effort.turns(), effort.warmups());
        Comparison<Twin, Milestone> comparison = new Comparison<>(List.of(Twin.values()), COLUMNS, effort);
        var turns = comparison.measure(twin -> {
            Milestone milestone = trial.run(builds.get(twin));
            System.out.printf("%-22s %6.0f ms, cpu %6.0f ms%n", twin, milestone.elapsedMillis(), milestone.cpuMillis());
            return milestone;
        });
        out.println();
        comparison.print(what, new Table(LAYOUT, out), turns);
        Goal.atMost(what + ", " + Twin.STEPTRACE + " / " + Twin.WITH_SPAN + ", cpu", 1.00).print(Spread.of(turns.stream()
                .mapToDouble(turn -> turn.ratio(Twin.STEPTRACE, Twin.WITH_SPAN, Milestone::cpuMillis))).median(), out);
    }
}
