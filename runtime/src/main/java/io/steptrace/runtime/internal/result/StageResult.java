package io.steptrace.runtime.internal.result;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.steptrace.runtime.internal.queue.JobResult;
import io.steptrace.runtime.internal.queue.QueuedWork;
import io.steptrace.runtime.internal.work.ResultEnd;
import io.steptrace.runtime.internal.work.Work;

/** A {@code CompletionStage}: what it belongs to ends with it, before the caller can see the result. */
final class StageResult implements ResultKind {

    /** A future that, completed by the caller, ends the work and completes the stage, as if it were the stage itself. */
    @Override
    public Object follow(Object result, Work work) {
        CompletionStage<Object> stage = stage(result);
        CompletableFuture<Object> seen = copy(stage, work);
        seen.handle((item, failure) -> {
            // without effect if it comes from the stage
            work.end(item, failure);
            CompletableFuture<Object> original = stage.toCompletableFuture();
            if (failure == null) {
                return original.complete(item);
            }
            return seen.isCancelled() ? original.cancel(true) : original.completeExceptionally(failure);
        });
        return seen;
    }

    @Override
    public Object attempted(Object result, FollowedAttempt attempt) {
        return copy(stage(result), attempt);
    }

    @Override
    public void await(Object result, QueuedWork job) {
        CompletionStage<Object> stage = stage(result);
        if (isThere(stage)) {
            job.succeed(((CompletableFuture<Object>) stage).getNow(null));
            return;
        }
        stage.handle((item, failure) -> {
            job.end(item, failure);
            return null;
        });
        job.parkUntilOver(() -> stage.toCompletableFuture().cancel(true));
    }

    /** Submits the job at once. */
    @Override
    public Object offer(OfferedCall call) {
        CompletableFuture<Object> future = new CompletableFuture<>();
        QueuedWork job = call.submit(JobResult.of(future));
        future.handle((item, failure) -> {
            job.complete(item, failure);
            return null;
        });
        return future;
    }

    /**
     * A future of the kind of the stage that completes right after the end. It fails with the very exception of the stage, not
     * with a wrapper.
     */
    private static CompletableFuture<Object> copy(CompletionStage<Object> stage, ResultEnd end) {
        CompletableFuture<Object> seen = isFuture(stage) ? ((CompletableFuture<Object>) stage).newIncompleteFuture()
                : new CompletableFuture<>();
        // handled, not observed: a stage that passes the failure on would wrap it, which asks it what it says
        stage.handle((item, failure) -> {
            try {
                end.end(item, failure);
            } finally {
                if (failure == null) {
                    seen.complete(item);
                } else {
                    seen.completeExceptionally(failure);
                }
            }
            return null;
        });
        return seen;
    }

    /** A minimal stage, such as that of {@code CompletableFuture.completedStage}, is a future by its class only. */
    private static boolean isFuture(CompletionStage<?> stage) {
        return stage instanceof CompletableFuture<?> future && future.toCompletableFuture() == future;
    }

    /** Whether there is nothing to wait for: then nothing needs to be told of the end. A subclass may answer as it likes. */
    private static boolean isThere(CompletionStage<?> stage) {
        return stage.getClass() == CompletableFuture.class && ((CompletableFuture<?>) stage).isDone()
                && !((CompletableFuture<?>) stage).isCompletedExceptionally();
    }

    @SuppressWarnings("unchecked")
    private static CompletionStage<Object> stage(Object result) {
        return (CompletionStage<Object>) result;
    }
}
