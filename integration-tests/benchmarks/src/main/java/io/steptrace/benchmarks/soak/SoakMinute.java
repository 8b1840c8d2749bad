package io.steptrace.benchmarks.soak;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.steptrace.benchmarks.comparison.Table;
import io.steptrace.benchmarks.drill.Latencies;

/** What was seen in one minute of a soak. Confined to one thread but for its latencies. */
final class SoakMinute {

    private static final String LAYOUT = "%6d %12s %10s %10s %10s %13d %8.1f %8.1f";

    private final Latencies latencies = new Latencies();
    private final List<SoakSample> samples = new ArrayList<>();
    private long mostSpooled;

    void add(SoakSample sample) {
        samples.add(sample);
    }

    void spooled(long spans) {
        mostSpooled = Math.max(mostSpooled, spans);
    }

    Latencies latencies() {
        return latencies;
    }

    /** The least and the most of a figure. */
    DoubleSummaryStatistics of(ToDoubleFunction<SoakSample> figure) {
        return samples.stream().mapToDouble(figure).summaryStatistics();
    }

    static void printHead(PrintWriter out) {
        new Table(LAYOUT, out).row("minute", "heap MB", "RSS MB", "threads", "files", "most spooled", "p50 ms", "p99 ms");
    }

    void print(int number, PrintWriter out) {
        new Table(LAYOUT, out).row(number, Range.of(SoakSample::heapMegabytes, this).text(1),
                Range.of(SoakSample::residentMegabytes, this).text(0), Range.of(SoakSample::threads, this).text(0),
                Range.of(SoakSample::openFiles, this).text(0), mostSpooled, latencies.percentileMillis(50),
                latencies.percentileMillis(99));
    }
}
