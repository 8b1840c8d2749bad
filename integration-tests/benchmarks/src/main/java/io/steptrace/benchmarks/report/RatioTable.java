package io.steptrace.benchmarks.report;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** The figures as text: what each benchmark costs, and how that compares with its rival. */
final class RatioTable {

    private static final String HEAD = "%-42s %10s %10s %9s %6s %7s | %8s %8s %8s%n";
    private static final String ROW = "%-42s %10.1f %10.1f %9.0f %6.2f %7.1f | %8.3f %8.3f %8.3f%n";
    private static final String NET = "%-42s %10s %10s %9s %6s %7s | %8.3f %8.3f %8.3f%n";

    private final Map<String, Measurement> measurements;

    /** @param measurements by benchmark, as {@code Class.method parent} */
    RatioTable(Map<String, Measurement> measurements) {
        this.measurements = measurements;
    }

    /** Prints one comparison; benchmarks that did not run are left out, and all of it if the rival did not. */
    void print(Comparison comparison, PrintWriter out) {
        Measurement rival = measurements.get(comparison.rival());
        if (rival == null) {
            return;
        }
        out.printf("%n%s; 1.000 = %s%n", comparison.title(), comparison.rival());
        out.printf(HEAD, "", "ns", "cpu ns", "bytes", "spans", "others", "time", "cpu", "bytes");
        Measurement floor = measurements.get(comparison.floor());
        for (String row : comparison.rows()) {
            Measurement measured = measurements.get(row);
            if (measured != null) {
                print(row, measured, rival, out);
                if (floor != null && !row.equals(comparison.floor())) {
                    printNet(measured.above(floor), rival.above(floor), out);
                }
            }
        }
    }

    private static void print(String name, Measurement measured, Measurement rival, PrintWriter out) {
        out.printf(Locale.ROOT, ROW, name, measured.nanos(), measured.cpuNanos(), measured.bytes(), measured.spans(),
                measured.othersCores(), measured.nanos() / rival.nanos(), measured.cpuNanos() / rival.cpuNanos(),
                measured.bytes() / rival.bytes());
    }

    private static void printNet(Measurement measured, Measurement rival, PrintWriter out) {
        out.printf(Locale.ROOT, NET, "  what it adds to a bare job", "", "", "", "", "", measured.nanos() / rival.nanos(),
                measured.cpuNanos() / rival.cpuNanos(), measured.bytes() / rival.bytes());
    }
}
