package io.steptrace.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** What a queued effect costs whose wait is promoted to a span of its own; the whole application runs that way. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = PromotedEffectBenchmark.DEBUG_JOBS)
public class PromotedEffectBenchmark {

    static final String DEBUG_JOBS = "-Dquarkus.steptrace.debug-jobs=true";

    @Benchmark
    public long effect(RunningApplication application, Request request) {
        return application.posts.find(request.nextId()).toCompletableFuture().join();
    }

    @Benchmark
    @Fork(value = QueuedEffectBenchmark.BATCH_FORKS, jvmArgsAppend = DEBUG_JOBS)
    @OperationsPerInvocation(QueuedEffectBenchmark.BATCH)
    public long effectBatch(RunningApplication application, Request request) {
        return QueuedEffectBenchmark.batch(request, application.posts::find);
    }
}
