package io.steptrace.benchmarks.methods;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import io.steptrace.benchmarks.served.Spread;
import io.steptrace.benchmarks.watched.Milestone;

/** What building and starting took, as text, and how the contestants compare. */
final class MethodsTable {

    private static final String HEAD = "%-22s %10s %8s %8s %7s | %-22s %-22s %-22s%n";
    private static final String ROW = "%-22s %10.0f %8.0f %8.0f %7.1f | %-22s %-22s %-22s%n";

    private MethodsTable() {
    }

    static void printHead(PrintWriter out) {
        out.printf(Locale.ROOT, "%n%,d annotated methods; 1.000 = the same application without annotations%n",
                Contestant.methods());
    }

    /** Prints one comparison: the medians of all turns, and the ratios with the spread of the turns. */
    static void print(String what, List<Turn> turns, PrintWriter out) {
        out.printf(Locale.ROOT, "%n" + HEAD, what, "quarkus ms", "wall ms", "cpu ms", "others", "quarkus", "wall", "cpu");
        for (Contestant contestant : Contestant.values()) {
            out.printf(Locale.ROOT, ROW, contestant.description, median(turns, contestant, Milestone::reportedMillis),
                    median(turns, contestant, Milestone::elapsedMillis), median(turns, contestant, Milestone::cpuMillis),
                    median(turns, contestant, Milestone::othersCores), ratio(turns, contestant, Milestone::reportedMillis),
                    ratio(turns, contestant, Milestone::elapsedMillis), ratio(turns, contestant, Milestone::cpuMillis));
        }
    }

    private static double median(List<Turn> turns, Contestant contestant, ToDoubleFunction<Milestone> figure) {
        return Spread.of(turns.stream().map(turn -> turn.taken().get(contestant)).mapToDouble(figure)).median();
    }

    private static String ratio(List<Turn> turns, Contestant contestant, ToDoubleFunction<Milestone> figure) {
        return contestant == Contestant.PLAIN ? "1.000"
                : Spread.of(turns.stream().mapToDouble(turn -> turn.ratio(contestant, figure))).toString();
    }
}
