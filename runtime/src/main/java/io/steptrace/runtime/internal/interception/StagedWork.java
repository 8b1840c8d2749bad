package io.steptrace.runtime.internal.interception;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.steptrace.runtime.internal.work.Work;

/** Ends work with its {@code CompletionStage}, before the caller can see the result. */
final class StagedWork {

    private StagedWork() {
    }

    /**
     * A future of the same kind that completes right after the work has ended. It fails with the very exception of the stage,
     * not with a wrapper. Completed by the caller, it ends the work and completes the stage, as if it were that itself.
     */
    static <T> CompletableFuture<T> track(Work work, CompletionStage<T> stage) {
        CompletableFuture<T> seen = incomplete(stage);
        // handled, not observed: a stage that passes the failure on would wrap it, which asks it what it says
        stage.handle((item, failure) -> {
            try {
                end(work, item, failure);
            } finally {
                complete(seen, item, failure);
            }
            return null;
        });
        seen.handle((item, failure) -> {
            // without effect if it comes from the stage
            end(work, item, failure);
            CompletableFuture<T> original = stage.toCompletableFuture();
            if (failure == null) {
                return original.complete(item);
            }
            return seen.isCancelled() ? original.cancel(true) : original.completeExceptionally(failure);
        });
        return seen;
    }

    /** A future of the kind of the stage. */
    static <T> CompletableFuture<T> incomplete(CompletionStage<T> stage) {
        return isFuture(stage) ? ((CompletableFuture<T>) stage).newIncompleteFuture() : new CompletableFuture<>();
    }

    /** @param failure {@code null} if it is to be complete with the item */
    static <T> void complete(CompletableFuture<T> future, T item, Throwable failure) {
        if (failure == null) {
            future.complete(item);
        } else {
            future.completeExceptionally(failure);
        }
    }

    /** A minimal stage, such as that of {@code CompletableFuture.completedStage}, is a future by its class only. */
    private static boolean isFuture(CompletionStage<?> stage) {
        return stage instanceof CompletableFuture<?> future && future.toCompletableFuture() == future;
    }

    private static void end(Work work, Object item, Throwable failure) {
        if (failure == null) {
            work.succeed(item);
        } else {
            work.fail(failure);
        }
    }
}
