package io.steptrace.benchmarks.binary;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import io.steptrace.benchmarks.served.Spread;

/** What two binaries took, as text: each start, the medians, and how they compare. */
final class BinaryTable {

    private static final String HEAD = "%-10s %10s %10s %10s %8s %10s %7s%n";
    private static final String ROW = "%-10s %10.0f %10.0f %10.0f %8.1f %10.1f %7.1f%n";
    private static final String RATIO = "%-10s %10.2f %10.2f %10.2f %8.2f %10.2f%n";

    private final PrintWriter out;

    BinaryTable(PrintWriter out) {
        this.out = out;
        out.printf(Locale.ROOT, "%n" + HEAD, "blog", "start ms", "wall ms", "cpu ms", "RSS MiB", "file MiB", "others");
    }

    void print(String build, Binary binary, List<Visit> visits) throws IOException {
        for (Visit visit : visits) {
            out.printf(Locale.ROOT, ROW, build, visit.start().reportedMillis(), visit.start().elapsedMillis(),
                    visit.start().cpuMillis(), visit.residentMebibytes(), binary.mebibytes(), visit.start().othersCores());
        }
    }

    void printRatios(Binary measured, List<Visit> ofMeasured, Binary rival, List<Visit> ofRival) throws IOException {
        out.printf(Locale.ROOT, RATIO, "medians", ratio(ofMeasured, ofRival, visit -> visit.start().reportedMillis()),
                ratio(ofMeasured, ofRival, visit -> visit.start().elapsedMillis()),
                ratio(ofMeasured, ofRival, visit -> visit.start().cpuMillis()),
                ratio(ofMeasured, ofRival, Visit::residentMebibytes), measured.mebibytes() / rival.mebibytes());
    }

    private static double ratio(List<Visit> ofMeasured, List<Visit> ofRival, ToDoubleFunction<Visit> figure) {
        return Spread.of(ofMeasured.stream().mapToDouble(figure)).median()
                / Spread.of(ofRival.stream().mapToDouble(figure)).median();
    }
}
