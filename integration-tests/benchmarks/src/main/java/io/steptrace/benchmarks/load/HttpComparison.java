package io.steptrace.benchmarks.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.steptrace.benchmarks.comparison.Column;
import io.steptrace.benchmarks.comparison.Comparison.Effort;
import io.steptrace.benchmarks.comparison.Comparison.Turn;
import io.steptrace.benchmarks.comparison.Goal;
import io.steptrace.benchmarks.comparison.Spread;
import io.steptrace.benchmarks.comparison.Table;
import io.steptrace.benchmarks.load.LoadComparison.Contestant;
import io.steptrace.benchmarks.served.Round;

/**
 * Loads the same page with one span and with four, made by the extension and without it, in turn: what the extension costs, and
 * what it costs against spans made by hand.
 */
public final class HttpComparison {

    /** The more code a build has, the longer it is compiled: what is measured too early is the compiler's backlog. */
    private static final Effort FULL = new Effort(4, 20, 10);
    private static final Effort QUICK = new Effort(1, 20, 7);

    private static final String NO_SPANS = "/light/none";
    private static final String LAYOUT = "%-44s %-24s %-24s";

    private final Contestant plain;
    private final Contestant withSpan;
    private final Contestant noStep;
    private final Contestant steps;
    private final Effort effort;
    private final PrintWriter out;

    private HttpComparison(Path with, Path without, Effort effort, PrintWriter out) {
        this.plain = new Contestant("plain", without);
        this.withSpan = new Contestant("plain, three @WithSpan", without);
        this.noStep = new Contestant("ours, no step", with);
        this.steps = new Contestant("ours, three steps", with);
        this.effort = effort;
        this.out = out;
    }

    /** @param arguments {@code full|quick <folder of the blog with the extension> <folder of the blog without>} */
    public static boolean run(List<String> arguments, PrintWriter out) throws IOException, InterruptedException {
        HttpComparison run = new HttpComparison(Path.of(arguments.get(1)), Path.of(arguments.get(2)),
                arguments.get(0).equals("quick") ? QUICK : FULL, out);
        run.compare(BlogLoad.DROPPED, 1.12);
        run.compare(BlogLoad.EXPORTED, 1.20);
        return true;
    }

    /** @param stepsLimit what the page with three steps may cost against the plain one */
    private void compare(BlogLoad load, double stepsLimit) throws IOException, InterruptedException {
        Map<Contestant, String> pages = new LinkedHashMap<>();
        pages.put(plain, NO_SPANS);
        pages.put(withSpan, "/light/with-span");
        pages.put(noStep, NO_SPANS);
        pages.put(steps, "/light/steps");
        var turns = load.run(pages, effort, out);
        out.println();
        Table table = new Table(LAYOUT, out);
        table.row("", "requests/s", "cpu");
        printRatio(noStep, plain, table, turns);
        printRatio(steps, withSpan, table, turns);
        printRatio(steps, plain, table, turns);
        String how = load.isExported() ? ", cpu, exported" : ", cpu, dropped";
        printGoal(noStep, plain, how, 1.03, turns);
        printGoal(steps, withSpan, how, 0.90, turns);
        printGoal(steps, plain, how, stepsLimit, turns);
    }

    private static void printRatio(Contestant measured, Contestant rival, Table table,
            List<Turn<Contestant, Round>> turns) {
        table.row(pair(measured, rival),
                Column.ratio("", rival, Round::perSecond).source().of(measured, turns),
                Column.ratio("", rival, Round::cpuMicrosEach).source().of(measured, turns));
    }

    private void printGoal(Contestant measured, Contestant rival, String how, double limit,
            List<Turn<Contestant, Round>> turns) {
        double median = Spread
                .of(turns.stream().mapToDouble(turn -> turn.ratio(measured, rival, Round::cpuMicrosEach))).median();
        Goal.atMost(pair(measured, rival) + how, limit).print(median, out);
    }

    private static String pair(Contestant measured, Contestant rival) {
        return measured + " / " + rival;
    }
}
