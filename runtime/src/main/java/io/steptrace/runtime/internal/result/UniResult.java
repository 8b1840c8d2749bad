package io.steptrace.runtime.internal.result;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.operators.UniOperator;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.steptrace.runtime.internal.queue.JobResult;
import io.steptrace.runtime.internal.queue.QueuedWork;
import io.steptrace.runtime.internal.work.Work;

/** A {@code Uni}: what it belongs to ends when a subscription terminates. */
final class UniResult implements PipelineKind {

    @Override
    public Object follow(Object result, PipelineCall call) {
        return ((Uni<?>) result).plug(upstream -> new FollowedUni<>(upstream, call));
    }

    /** Fault tolerance subscribes to it at once, and only once. */
    @Override
    public Object attempted(Object result, FollowedAttempt attempt) {
        return new AttemptedUni<>((Uni<?>) result, attempt);
    }

    @Override
    public void await(Object result, QueuedWork job) {
        job.parkUntilOver(((Uni<?>) result).subscribe().with(job::succeed, job::fail)::cancel);
    }

    /** Each subscription submits a job of its own. */
    @Override
    public Object offer(OfferedCall call) {
        return Uni.createFrom().emitter(emitter -> {
            QueuedWork job = call.submit(JobResult.of(emitter));
            emitter.onTermination(job::cancel);
        });
    }

    private static final class FollowedUni<T> extends UniOperator<T, T> {

        private final PipelineCall call;

        FollowedUni(Uni<? extends T> upstream, PipelineCall call) {
            super(upstream);
            this.call = call;
        }

        @Override
        public void subscribe(UniSubscriber<? super T> subscriber) {
            Work work = call.next();
            if (work == null) {
                AbstractUni.subscribe(upstream(), subscriber);
                return;
            }
            // context propagation finds the context of the pipeline's callbacks current already, and need not exchange it for each
            UniEnding<T> ending = new UniEnding<>(work, call.enter(work), call.parent(), subscriber);
            try {
                AbstractUni.subscribe(upstream(), ending);
            } finally {
                ending.leave();
            }
        }
    }
}
