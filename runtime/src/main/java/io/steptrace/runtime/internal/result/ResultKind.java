package io.steptrace.runtime.internal.result;

import io.steptrace.runtime.internal.queue.AwaitedResult;
import io.steptrace.runtime.internal.queue.JobResult;
import io.steptrace.runtime.internal.queue.QueuedWork;
import io.steptrace.runtime.internal.work.Work;

/**
 * One kind of result, chosen once per method: how a call, an attempt and a job end with it. What a kind does not say otherwise
 * holds for a plain value, which is there when the method returns. Immutable.
 */
public interface ResultKind extends AwaitedResult {

    /** A plain value, or nothing. */
    ResultKind VALUE = new ResultKind() {
    };

    /** The kind of this very result, which may be {@code null}. */
    default ResultKind kindOf(Object result) {
        return result == null ? VALUE : this;
    }

    /** The result of a call, or one like it, that ends its work; that of a {@link PipelineKind} is followed there. */
    default Object follow(Object result, Work work) {
        work.succeed(result);
        return result;
    }

    /** The result of an attempt, or one like it, that ends the attempt. */
    default Object attempted(Object result, FollowedAttempt attempt) {
        attempt.succeed(result);
        return result;
    }

    @Override
    default void await(Object result, QueuedWork job) {
        job.succeed(result);
    }

    /**
     * What the caller gets for a call that runs as a job. Most kinds have nothing to give that could wait for it.
     *
     * @param call submits the job, at once or whenever its result is subscribed to
     */
    default Object offer(OfferedCall call) {
        call.submit(JobResult.unobserved(call.definition()));
        return null;
    }
}
