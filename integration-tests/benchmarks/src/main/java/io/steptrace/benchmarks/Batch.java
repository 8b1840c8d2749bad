package io.steptrace.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;

import io.steptrace.benchmarks.state.Request;

/** Many jobs submitted at once and then awaited, so that waking threads weighs little. */
final class Batch {

    static final int SIZE = 100;
    /** Some runs of one and the same code are compiled to half the speed of others; the median of three leaves those out. */
    static final int FORKS = 3;

    private Batch() {
    }

    static long run(Request request, LongFunction<CompletionStage<Long>> job) {
        List<CompletionStage<Long>> jobs = new ArrayList<>(SIZE);
        for (int i = 0; i < SIZE; i++) {
            jobs.add(job.apply(request.nextId()));
        }
        long sum = 0;
        for (CompletionStage<Long> submitted : jobs) {
            sum += submitted.toCompletableFuture().join();
        }
        return sum;
    }
}
