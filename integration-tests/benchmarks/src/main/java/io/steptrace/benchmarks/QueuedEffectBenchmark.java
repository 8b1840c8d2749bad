package io.steptrace.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

import io.steptrace.benchmarks.state.Request;
import io.steptrace.benchmarks.state.RunningApplication;

/** What a queued effect costs that is not promoted, against one that always has two child spans; singly and in batches. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
public class QueuedEffectBenchmark {

    @Benchmark
    public long bare(RunningApplication application, Request request) {
        return application.queuedPosts.bare(request.nextId()).join();
    }

    @Benchmark
    public long effect(RunningApplication application, Request request) {
        return application.posts.find(request.nextId()).toCompletableFuture().join();
    }

    @Benchmark
    public long alwaysOn(RunningApplication application, Request request) {
        return application.queuedPosts.alwaysOn(request.nextId()).join();
    }

    @Benchmark
    @Fork(Batch.FORKS)
    @OperationsPerInvocation(Batch.SIZE)
    public long bareBatch(RunningApplication application, Request request) {
        return Batch.run(request, application.queuedPosts::bare);
    }

    @Benchmark
    @Fork(Batch.FORKS)
    @OperationsPerInvocation(Batch.SIZE)
    public long effectBatch(RunningApplication application, Request request) {
        return Batch.run(request, application.posts::find);
    }

    @Benchmark
    @Fork(Batch.FORKS)
    @OperationsPerInvocation(Batch.SIZE)
    public long alwaysOnBatch(RunningApplication application, Request request) {
        return Batch.run(request, application.queuedPosts::alwaysOn);
    }
}
