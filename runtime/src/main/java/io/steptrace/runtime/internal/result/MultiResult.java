package io.steptrace.runtime.internal.result;

import java.util.concurrent.Flow;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.AbstractMultiOperator;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.steptrace.runtime.internal.context.StoredContext;
import io.steptrace.runtime.internal.work.Work;

/** A {@code Multi}, or a publisher, which becomes one: the work ends when a subscription terminates. */
final class MultiResult implements PipelineKind {

    @Override
    public Object follow(Object result, PipelineCall call) {
        return Multi.createFrom().publisher((Flow.Publisher<?>) result).plug(upstream -> new FollowedMulti<>(upstream, call));
    }

    private static final class FollowedMulti<T> extends AbstractMultiOperator<T, T> {

        private final PipelineCall call;

        FollowedMulti(Multi<? extends T> upstream, PipelineCall call) {
            super(upstream);
            this.call = call;
        }

        @Override
        public void subscribe(MultiSubscriber<? super T> subscriber) {
            Work work = call.next();
            upstream().subscribe().withSubscriber(work == null ? subscriber : new MultiEnding<>(work, subscriber));
            if (work != null) {
                StoredContext.awaits(work, call.parent());
            }
        }
    }
}
