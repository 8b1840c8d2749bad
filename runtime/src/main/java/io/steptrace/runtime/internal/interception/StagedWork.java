package io.steptrace.runtime.internal.interception;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.steptrace.runtime.internal.span.Work;

/** Ends work with its {@code CompletionStage}, before the caller can see the result. */
final class StagedWork {

    private StagedWork() {
    }

    /**
     * A future of the same kind that completes right after the work has ended. It fails with the very exception of the stage,
     * not with a wrapper, and hands a cancellation on.
     */
    static <T> CompletableFuture<T> track(Work work, CompletionStage<T> stage) {
        CompletableFuture<T> seen = stage instanceof CompletableFuture<T> future ? future.newIncompleteFuture()
                : new CompletableFuture<>();
        stage.whenComplete((item, failure) -> {
            if (failure == null) {
                work.succeed(item);
                seen.complete(item);
            } else {
                work.fail(failure);
                seen.completeExceptionally(failure);
            }
        });
        seen.whenComplete((item, failure) -> {
            if (seen.isCancelled()) {
                work.cancel();
                stage.toCompletableFuture().cancel(true);
            }
        });
        return seen;
    }
}
