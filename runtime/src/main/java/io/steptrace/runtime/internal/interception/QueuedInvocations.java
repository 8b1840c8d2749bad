package io.steptrace.runtime.internal.interception;

import java.util.concurrent.CompletableFuture;

import io.opentelemetry.context.Context;
import io.quarkus.arc.ArcInvocationContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.steptrace.runtime.internal.queue.BoundedJobQueue;
import io.steptrace.runtime.internal.queue.JobQueues;
import io.steptrace.runtime.internal.queue.JobRejectedException;
import io.steptrace.runtime.internal.span.Work;
import io.steptrace.runtime.internal.span.WorkDefinition;
import io.steptrace.runtime.internal.span.WorkTracer;

/** Runs steps and effects as jobs on their queue. */
public final class QueuedInvocations {

    private final WorkTracer tracer;
    private final JobQueues queues;

    public QueuedInvocations(WorkTracer tracer, JobQueues queues) {
        this.tracer = tracer;
        this.queues = queues;
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
                QueuedInvocation job = submit(invocation, definition, parent, JobResult.of(future));
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
        QueuedInvocation job = submit(invocation, definition, parent, JobResult.of(emitter));
        emitter.onTermination(job::cancel);
    }

    private QueuedInvocation submit(ArcInvocationContext invocation, WorkDefinition definition, Context parent,
            JobResult result) {
        BoundedJobQueue queue = queues.queue(definition.queue());
        Work work = null;
        if (!WorkTracer.isUnrecorded(parent)) {
            work = tracer.startQueued(definition, parent, queue.name(), invocation.getParameters());
        }
        Context context = work == null ? parent : work.context();
        QueuedInvocation job = new QueuedInvocation(queues, context, invocation, definition.shape(), work, result);
        try {
            queue.submit(job);
        } catch (JobRejectedException e) {
            job.rejected(e);
        }
        return job;
    }
}
