package io.steptrace.runtime.internal.interception;

import io.opentelemetry.context.Context;
import io.quarkus.arc.ArcInvocationContext;
import io.steptrace.runtime.internal.interception.attempt.GuardedInvocation;
import io.steptrace.runtime.internal.queue.JobResult;
import io.steptrace.runtime.internal.queue.QueuedWork;
import io.steptrace.runtime.internal.queue.WorkSubmission;
import io.steptrace.runtime.internal.result.OfferedCall;
import io.steptrace.runtime.internal.work.Work;
import io.steptrace.runtime.internal.work.WorkDefinition;

/**
 * A call of a step or an effect on its queue, and the body of its jobs: one for {@code void} and stages, one for each
 * subscription to a {@code Uni}.
 *
 * @param guarded {@code null} if there is no fault tolerance around the method
 */
record QueuedCall(WorkSubmission submission, ArcInvocationContext invocation, InterceptedMethod method, Context parent,
        GuardedInvocation guarded) implements OfferedCall, QueuedWork.Body {

    @Override
    public WorkDefinition definition() {
        return method.definition();
    }

    @Override
    public QueuedWork submit(JobResult result) {
        return submission.submit(definition(), parent, invocation.getParameters(), method.result(), this, result);
    }

    @Override
    public Object run(Work work) throws Exception {
        if (guarded != null) {
            guarded.call(work, work == null ? parent : work.context());
        }
        return invocation.proceed();
    }
}
