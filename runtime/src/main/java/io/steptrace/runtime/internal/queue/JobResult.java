package io.steptrace.runtime.internal.queue;

import java.util.concurrent.CompletableFuture;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.steptrace.JobRejectedException;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.text.PrintableLog;
import io.steptrace.runtime.internal.work.ResultEnd;
import io.steptrace.runtime.internal.work.WorkDefinition;

/** How the caller of queued work learns its result. */
public interface JobResult extends ResultEnd {

    /** Whether the caller can wait for it. */
    default boolean isAwaited() {
        return true;
    }

    /** The queue refused the job, on the caller's own thread. */
    default void reject(JobRejectedException reason) {
        fail(reason);
    }

    /** The queue accepted the job, and cannot run it after all because the application is stopping. */
    default void abandon(JobRejectedException reason) {
        fail(reason);
    }

    static JobResult of(UniEmitter<? super Object> emitter) {
        return new JobResult() {
            @Override
            public void succeed(Object item) {
                emitter.complete(item);
            }

            @Override
            public void fail(Throwable failure) {
                emitter.fail(failure);
            }
        };
    }

    static JobResult of(CompletableFuture<Object> future) {
        return new JobResult() {
            @Override
            public void succeed(Object item) {
                future.complete(item);
            }

            @Override
            public void fail(Throwable failure) {
                future.completeExceptionally(failure);
            }
        };
    }

    /** For {@code void}: no caller waits, so that a failure is at least logged, and a rejection thrown. */
    static JobResult unobserved(WorkDefinition definition) {
        return new JobResult() {
            @Override
            public boolean isAwaited() {
                return false;
            }

            @Override
            public void succeed(Object item) {
                // not awaited
            }

            @Override
            public void fail(Throwable failure) {
                // which prints what the failure says, and that may be another failure
                BrokenTelemetry.guard(() -> PrintableLog.of(QueuedWork.class).errorf(failure,
                        "queued work: %s on queue %s - failed, and its result is not awaited",
                        definition.spanName(), definition.queue()));
            }

            @Override
            public void reject(JobRejectedException reason) {
                throw reason;
            }

            @Override
            public void abandon(JobRejectedException reason) {
                // the queue has logged it
            }
        };
    }
}
