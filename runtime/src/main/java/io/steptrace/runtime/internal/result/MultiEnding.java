package io.steptrace.runtime.internal.result;

import io.smallrye.mutiny.operators.multi.MultiOperatorProcessor;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.steptrace.runtime.internal.work.Work;

/**
 * Ends work with one subscription to its {@code Multi}, before anything downstream can see that it is over. A processor of its
 * own for the same reason as {@link UniEnding}.
 */
final class MultiEnding<T> extends MultiOperatorProcessor<T, T> {

    private final Work work;

    MultiEnding(Work work, MultiSubscriber<? super T> downstream) {
        super(downstream);
        this.work = work;
    }

    @Override
    public void onCompletion() {
        if (!isCancelled()) {
            work.succeed(null);
        }
        super.onCompletion();
    }

    @Override
    public void onFailure(Throwable failure) {
        if (!isCancelled()) {
            work.fail(failure);
        }
        super.onFailure(failure);
    }

    @Override
    public void cancel() {
        work.cancel();
        super.cancel();
    }
}
