package io.steptrace.runtime.internal.interception;

import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.operators.uni.UniOperatorProcessor;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.steptrace.runtime.internal.span.Work;

/**
 * Ends work with one subscription to its {@code Uni}, before anybody downstream can see the result.
 * <p>
 * A processor of its own instead of {@code onTermination()}, whose callback would be made anew, and contextualised, for each
 * subscription.
 */
final class UniEnding<T> extends UniOperatorProcessor<T, T> {

    private final Work work;
    private final Scope scope;
    /** The thread that subscribes, while it does; others may see an old value, but never themselves in it. */
    private Thread subscribing = Thread.currentThread();

    /** @param scope the work's, opened on this thread for the time of the subscription; closed by {@link #leave} */
    UniEnding(Work work, Scope scope, UniSubscriber<? super T> downstream) {
        super(downstream);
        this.work = work;
        this.scope = scope;
    }

    /** The subscription has been made, or has its result already: what follows on this thread is not part of the work. */
    void leave() {
        if (subscribing == Thread.currentThread()) {
            subscribing = null;
            scope.close();
        }
    }

    @Override
    public void onItem(T item) {
        if (!isCancelled()) {
            work.succeed(item);
            leave();
        }
        super.onItem(item);
    }

    @Override
    public void onFailure(Throwable failure) {
        if (!isCancelled()) {
            work.fail(failure);
            leave();
        }
        super.onFailure(failure);
    }

    @Override
    public void cancel() {
        if (!isCancelled()) {
            work.cancel();
        }
        super.cancel();
    }
}
