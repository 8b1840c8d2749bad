package io.steptrace.runtime.internal.interception;

import java.util.concurrent.CompletableFuture;

import io.opentelemetry.context.Context;
import io.quarkus.arc.ArcInvocationContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.steptrace.runtime.internal.queue.JobRejectedException;
import io.steptrace.runtime.internal.queue.JobResult;
import io.steptrace.runtime.internal.queue.QueuedWork;
import io.steptrace.runtime.internal.queue.WorkSubmission;
import io.steptrace.runtime.internal.span.WorkDefinition;

/** Runs steps and effects as jobs on their queue. */
public final class QueuedInvocations {

    private final WorkSubmission submission;

    public QueuedInvocations(WorkSubmission submission) {
        this.submission = submission;
    }

    /**
     * Enqueues the call, once for {@code void} and stages, on every subscription for a {@code Uni}.
     *
     * @throws JobRejectedException if nothing is returned that could carry the rejection
     */
    Object invoke(ArcInvocationContext invocation, WorkDefinition definition, Context parent) {
        return switch (definition.shape()) {
            case UNI -> Uni.createFrom().emitter(emitter -> enqueue(invocation, definition, parent, emitter));
            case STAGE, FUTURE -> {
                CompletableFuture<Object> future = new CompletableFuture<>();
                QueuedWork job = submit(invocation, definition, parent, JobResult.of(future));
                future.whenComplete((item, failure) -> {
                    if (future.isCancelled()) {
                        job.cancel();
                    }
                });
                yield future;
            }
            default -> {
                submit(invocation, definition, parent, JobResult.unobserved(definition));
                yield null;
            }
        };
    }

    private void enqueue(ArcInvocationContext invocation, WorkDefinition definition, Context parent,
            UniEmitter<? super Object> emitter) {
        QueuedWork job = submit(invocation, definition, parent, JobResult.of(emitter));
        emitter.onTermination(job::cancel);
    }

    private QueuedWork submit(ArcInvocationContext invocation, WorkDefinition definition, Context parent, JobResult result) {
        return submission.submit(definition, parent, invocation.getParameters(), definition.shape(), invocation::proceed,
                result);
    }
}
