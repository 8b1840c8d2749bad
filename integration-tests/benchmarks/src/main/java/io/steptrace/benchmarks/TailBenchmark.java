package io.steptrace.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

import io.opentelemetry.api.trace.Span;

/**
 * What a span costs that the tail holds back until its trace is dropped, against one without a tail and one that is exported.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@OperationsPerInvocation(SampledTraces.SPANS)
public class TailBenchmark {

    @Benchmark
    public Span heldBack(SampledTraces traces) {
        return traces.heldBack();
    }

    @Benchmark
    public Span recorded(SampledTraces traces) {
        return traces.recorded();
    }

    @Benchmark
    public Span sampled(SampledTraces traces) {
        return traces.sampled();
    }
}
