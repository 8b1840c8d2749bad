package io.steptrace.benchmarks.drill;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;

import io.steptrace.benchmarks.comparison.Table;
import io.steptrace.benchmarks.served.JvmSample;

/** What was seen in one minute of a soak. Confined to one thread but for its latencies. */
final class SoakMinute {

    private static final String LAYOUT = "%6d %12.1f %12.1f %8d %8d %12d %10.1f %10.1f";

    private final Latencies latencies = new Latencies();
    private final List<JvmSample> samples = new ArrayList<>();
    private long mostSpooled;

    void add(JvmSample sample) {
        samples.add(sample);
    }

    void spooled(long spans) {
        mostSpooled = Math.max(mostSpooled, spans);
    }

    Latencies latencies() {
        return latencies;
    }

    int fewestThreads() {
        return Collections.min(threads());
    }

    int mostThreads() {
        return Collections.max(threads());
    }

    static void printHead(PrintWriter out) {
        new Table(LAYOUT, out).row("minute", "heap min MB", "heap max MB", "threads", "most", "most spooled", "p50 ms",
                "p99 ms");
    }

    void print(int number, PrintWriter out) {
        new Table(LAYOUT, out).row(number, heapsMegabytes().min().orElse(Double.NaN),
                heapsMegabytes().max().orElse(Double.NaN), fewestThreads(), mostThreads(), mostSpooled,
                latencies.percentileMillis(50), latencies.percentileMillis(99));
    }

    private DoubleStream heapsMegabytes() {
        return samples.stream().mapToDouble(JvmSample::heapMegabytes);
    }

    private List<Integer> threads() {
        return samples.stream().map(JvmSample::threads).toList();
    }
}
