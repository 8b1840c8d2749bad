package io.steptrace.benchmarks;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;

import io.opentelemetry.api.trace.Span;
import io.steptrace.benchmarks.state.RouteWindow;
import io.steptrace.benchmarks.state.SampledTraces;

/** What it costs to count a duration into the window of a route that all threads share, against making a span. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
public class PercentileBenchmark {

    private static final long MOST_NANOS = 10_000_000;

    @Benchmark
    public long recordByOne(RouteWindow route) {
        return record(route);
    }

    @Benchmark
    @Threads(2)
    public long recordByTwo(RouteWindow route) {
        return record(route);
    }

    @Benchmark
    public Span spanByOne(SampledTraces traces) {
        return traces.span();
    }

    @Benchmark
    @Threads(2)
    public Span spanByTwo(SampledTraces traces) {
        return traces.span();
    }

    /** Durations differ, as those of requests do; always the same one would be kinder to the caches. */
    private static long record(RouteWindow route) {
        long nanos = 1 + ThreadLocalRandom.current().nextLong(MOST_NANOS);
        route.latency.record(nanos);
        return nanos;
    }
}
