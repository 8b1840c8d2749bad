package io.steptrace.runtime.internal.interception;

import io.opentelemetry.context.Context;
import io.quarkus.arc.ArcInvocationContext;
import io.steptrace.JobRejectedException;
import io.steptrace.runtime.internal.interception.attempt.GuardedInvocation;
import io.steptrace.runtime.internal.queue.WorkSubmission;

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
    Object invoke(ArcInvocationContext invocation, InterceptedMethod method, Context parent, GuardedInvocation guarded) {
        return method.result().offer(new QueuedCall(submission, invocation, method, parent, guarded));
    }
}
