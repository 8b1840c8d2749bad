package io.steptrace.benchmarks.drill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.steptrace.benchmarks.served.JvmSample;

/** What was seen in one minute of a soak. Confined to one thread but for its latencies. */
final class SoakMinute {

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

    long mostSpooled() {
        return mostSpooled;
    }

    double leastHeapMegabytes() {
        return samples.stream().mapToDouble(JvmSample::heapMegabytes).min().orElse(Double.NaN);
    }

    double mostHeapMegabytes() {
        return samples.stream().mapToDouble(JvmSample::heapMegabytes).max().orElse(Double.NaN);
    }

    int fewestThreads() {
        return Collections.min(threads());
    }

    int mostThreads() {
        return Collections.max(threads());
    }

    private List<Integer> threads() {
        return samples.stream().map(JvmSample::threads).toList();
    }
}
