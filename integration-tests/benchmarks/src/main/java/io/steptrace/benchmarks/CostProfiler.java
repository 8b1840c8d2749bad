package io.steptrace.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.List;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

import com.sun.management.OperatingSystemMXBean;

import io.steptrace.benchmarks.app.CountingExporter;

/**
 * Measures what an operation costs beside time: the processor time of all threads, and the spans that were exported.
 * <p>
 * Processor time is what counts where threads wait for one another. The number of spans shows whether the processor dropped
 * some, which would flatter those who made them. And the cores that other processes took show whether to believe any of it.
 */
public final class CostProfiler implements InternalProfiler {

    static final String CPU = "cpu.norm";
    static final String SPANS = "spans.norm";
    static final String OTHERS = "cores.others";

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long cpuBefore;
    private long spansBefore;

    @Override
    public String getDescription() {
        return "Processor time and exported spans per operation, and cores taken by others";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        othersSinceLastAsked();
        spansBefore = CountingExporter.exported();
        cpuBefore = system.getProcessCpuTime();
    }

    @Override
    public List<ScalarResult> afterIteration(BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double operations = Math.max(1, result.getMetadata().getAllOps());
        double cpuNanos = system.getProcessCpuTime() - cpuBefore;
        double spans = CountingExporter.exported() - spansBefore;
        return List.of(new ScalarResult(CPU, cpuNanos / operations, "ns/op", AggregationPolicy.AVG),
                new ScalarResult(SPANS, spans / operations, "spans/op", AggregationPolicy.AVG),
                new ScalarResult(OTHERS, othersSinceLastAsked(), "cores", AggregationPolicy.AVG));
    }

    /** The JVM reports loads as averages since it was asked before. */
    private double othersSinceLastAsked() {
        double share = system.getCpuLoad() - system.getProcessCpuLoad();
        return Math.max(0, share) * system.getAvailableProcessors();
    }
}
