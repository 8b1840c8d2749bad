package io.steptrace.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

import io.steptrace.benchmarks.state.Request;
import io.steptrace.benchmarks.state.RunningApplication;

/** What a step costs that returns a {@code Uni}, subscribed to once. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
public class PipelineBenchmark {

    @Benchmark
    public long plain(RunningApplication application, Request request) {
        return application.pipelines.plain(request.nextId()).await().indefinitely();
    }

    @Benchmark
    public long step(RunningApplication application, Request request) {
        return application.pipelines.step(request.nextId()).await().indefinitely();
    }

    @Benchmark
    public long withSpan(RunningApplication application, Request request) {
        return application.pipelines.withSpan(request.nextId()).await().indefinitely();
    }
}
