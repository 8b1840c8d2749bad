package io.steptrace.runtime.internal.interception;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.steptrace.runtime.internal.span.Work;

/** Ends work with its {@code CompletionStage}, before the caller can see the result. */
final class StagedWork {

    private StagedWork() {
    }

    /**
     * A future of the same kind that completes right after the work has ended. It fails with the very exception of the stage,
     * not with a wrapper. Completed by the caller, it ends the work and completes the stage, as if it were that itself.
     */
    static <T> CompletableFuture<T> track(Work work, CompletionStage<T> stage) {
        CompletableFuture<T> seen = stage instanceof CompletableFuture<T> future ? future.newIncompleteFuture()
                : new CompletableFuture<>();
        stage.whenComplete((item, failure) -> {
            end(work, item, failure);
            complete(seen, item, failure);
        });
        seen.whenComplete((item, failure) -> {
            // without effect if it comes from the stage
            end(work, item, failure);
            complete(stage.toCompletableFuture(), item, failure);
        });
        return seen;
    }

    private static void end(Work work, Object item, Throwable failure) {
        if (failure == null) {
            work.succeed(item);
        } else {
            work.fail(failure);
        }
    }

    private static <T> void complete(CompletableFuture<T> future, T item, Throwable failure) {
        if (failure == null) {
            future.complete(item);
        } else if (failure instanceof CancellationException) {
            future.cancel(true);
        } else {
            future.completeExceptionally(failure);
        }
    }
}
