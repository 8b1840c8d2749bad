package io.steptrace.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** What a queued effect costs that is not promoted, against one that always has two child spans; singly and in batches. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
public class QueuedEffectBenchmark {

    /** Jobs submitted at once and then awaited, so that waking threads weighs little. */
    static final int BATCH = 100;

    /** Some runs of one and the same code are compiled to half the speed of others; the median of three leaves those out. */
    static final int BATCH_FORKS = 3;

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
    @Fork(BATCH_FORKS)
    @OperationsPerInvocation(BATCH)
    public long bareBatch(RunningApplication application, Request request) {
        return batch(request, application.queuedPosts::bare);
    }

    @Benchmark
    @Fork(BATCH_FORKS)
    @OperationsPerInvocation(BATCH)
    public long effectBatch(RunningApplication application, Request request) {
        return batch(request, application.posts::find);
    }

    @Benchmark
    @Fork(BATCH_FORKS)
    @OperationsPerInvocation(BATCH)
    public long alwaysOnBatch(RunningApplication application, Request request) {
        return batch(request, application.queuedPosts::alwaysOn);
    }

    static long batch(Request request, LongFunction<CompletionStage<Long>> job) {
        List<CompletionStage<Long>> jobs = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            jobs.add(job.apply(request.nextId()));
        }
        long sum = 0;
        for (CompletionStage<Long> submitted : jobs) {
            sum += submitted.toCompletableFuture().join();
        }
        return sum;
    }
}
