package io.steptrace.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** What a step costs on its caller, against OpenTelemetry's annotation, a span by hand and no span. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
public class StepBenchmark {

    @Benchmark
    public long plain(RunningApplication application, Request request) {
        return application.posts.plain(request.nextId());
    }

    @Benchmark
    public long step(RunningApplication application, Request request) {
        return application.posts.step(request.nextId());
    }

    @Benchmark
    public long withSpan(RunningApplication application, Request request) {
        return application.posts.withSpan(request.nextId());
    }

    @Benchmark
    public long raw(RunningApplication application, Request request) {
        return application.posts.raw(request.nextId());
    }
}
