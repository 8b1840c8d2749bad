package io.steptrace.benchmarks;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

import io.opentelemetry.api.trace.Span;
import io.steptrace.runtime.internal.stats.RollingPercentile;
import io.steptrace.runtime.internal.time.Clock;

/** What it costs to count a duration into the window of a route that all threads share, against making a span. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
public class PercentileBenchmark {

    /** What is usual on one route, shared by all threads. */
    @State(Scope.Benchmark)
    public static class RouteWindow {
        public final RollingPercentile latency = new RollingPercentile(Duration.ofMinutes(1), Clock.system());
    }

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
