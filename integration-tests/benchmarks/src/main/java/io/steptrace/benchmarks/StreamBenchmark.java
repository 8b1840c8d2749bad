package io.steptrace.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** What a step costs that returns a {@code Multi} of three items, subscribed to once. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
public class StreamBenchmark {

    @Benchmark
    public long plain(RunningApplication application, Request request) {
        return application.posts.plainStream(request.nextId()).collect().last().await().indefinitely();
    }

    @Benchmark
    public long step(RunningApplication application, Request request) {
        return application.posts.stepStream(request.nextId()).collect().last().await().indefinitely();
    }

    @Benchmark
    public long withSpan(RunningApplication application, Request request) {
        return application.posts.withSpanStream(request.nextId()).collect().last().await().indefinitely();
    }
}
