package io.steptrace.runtime.internal.interception;

import java.util.concurrent.CompletableFuture;

import io.opentelemetry.context.Context;
import io.quarkus.arc.ArcInvocationContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.steptrace.JobRejectedException;
import io.steptrace.runtime.internal.queue.JobResult;
import io.steptrace.runtime.internal.queue.QueuedWork;
import io.steptrace.runtime.internal.queue.WorkSubmission;
import io.steptrace.runtime.internal.work.WorkDefinition;

/** Runs steps and effects as jobs on their queue. */
public final class QueuedInvocations {

    private final WorkSubmission submission;

    public QueuedInvocations(WorkSubmission submission) {
        this.submission = submission;
    }

    /**
     * Enqueues the call, once for {@code void} and stages, on every subscription for a {@code Uni}.
     *
     * @param guarded {@code null} if there is no fault tolerance around the method
     * @throws JobRejectedException if nothing is returned that could carry the rejection
     */
    Object invoke(ArcInvocationContext invocation, WorkDefinition definition, Context parent, GuardedInvocation guarded) {
        return switch (definition.shape()) {
            case UNI -> Uni.createFrom().emitter(emitter -> enqueue(invocation, definition, parent, guarded, emitter));
            case STAGE, FUTURE -> {
                CompletableFuture<Object> future = new CompletableFuture<>();
                QueuedWork job = submit(invocation, definition, parent, guarded, JobResult.of(future));
                future.handle((item, failure) -> {
                    job.complete(item, failure);
                    return null;
                });
                yield future;
            }
            default -> {
                submit(invocation, definition, parent, guarded, JobResult.unobserved(definition));
                yield null;
            }
        };
    }

    private void enqueue(ArcInvocationContext invocation, WorkDefinition definition, Context parent,
            GuardedInvocation guarded, UniEmitter<? super Object> emitter) {
        QueuedWork job = submit(invocation, definition, parent, guarded, JobResult.of(emitter));
        emitter.onTermination(job::cancel);
    }

    private QueuedWork submit(ArcInvocationContext invocation, WorkDefinition definition, Context parent,
            GuardedInvocation guarded, JobResult result) {
        QueuedWork.Body body = guarded == null ? work -> invocation.proceed() : work -> {
            guarded.call(work, work == null ? parent : work.context());
            return invocation.proceed();
        };
        return submission.submit(definition, parent, invocation.getParameters(), definition.shape(), body, result);
    }
}
