package io.steptrace.runtime.internal.result;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.operators.uni.UniOperatorProcessor;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.steptrace.runtime.internal.context.CarriedContext;
import io.steptrace.runtime.internal.context.StoredContext;
import io.steptrace.runtime.internal.work.Work;
import io.steptrace.runtime.internal.work.WorkRuns;

/**
 * Ends work with one subscription to its {@code Uni}, before anything downstream can see the result.
 * <p>
 * A processor of its own instead of {@code onTermination()}, whose callback would be made anew, and contextualised, for each
 * subscription.
 */
final class UniEnding<T> extends UniOperatorProcessor<T, T> {

    private final Work work;
    private final CarriedContext scope;
    private final Context parent;
    /** The thread that subscribes, while it does; another thread may see an old value, but never itself in it. */
    private Thread subscribing = Thread.currentThread();
    private final long subscribedNanos;

    /**
     * @param scope the work's, opened on this thread for the time of the subscription; closed by {@link #leave}
     * @param parent what is current outside the work
     */
    UniEnding(Work work, CarriedContext scope, Context parent, UniSubscriber<? super T> downstream) {
        super(downstream);
        this.work = work;
        this.scope = scope;
        this.parent = parent;
        this.subscribedNanos = WorkRuns.elapsedNanos(work);
    }

    /** The subscription has been made: what follows on this thread is not part of the work. */
    void leave() {
        if (subscribing == Thread.currentThread()) {
            WorkRuns.leftPart(work, subscribedNanos);
            StoredContext.awaits(work, parent);
            subscribing = null;
            scope.close();
        }
    }

    @Override
    public void onItem(T item) {
        if (isCancelled()) {
            super.onItem(item);
            return;
        }
        leaveCode();
        work.succeed(item);
        try (Scope outside = outside()) {
            super.onItem(item);
        }
    }

    @Override
    public void onFailure(Throwable failure) {
        if (isCancelled()) {
            super.onFailure(failure);
            return;
        }
        leaveCode();
        work.fail(failure);
        try (Scope outside = outside()) {
            super.onFailure(failure);
        }
    }

    @Override
    public void cancel() {
        if (!isCancelled()) {
            work.cancel();
        }
        super.cancel();
    }

    /** The code of the work has come to its end: on the thread that subscribes, or on one that carries its context. */
    private void leaveCode() {
        if (subscribing == Thread.currentThread()) {
            WorkRuns.leftPart(work, subscribedNanos);
        }
    }

    /** The result is there before the subscription has been made, maybe within a callback that has scopes of its own. */
    private Scope outside() {
        if (subscribing != Thread.currentThread()) {
            return Scope.noop();
        }
        if (scope.isInnermost()) {
            leave();
            return Scope.noop();
        }
        return CarriedContext.attach(parent);
    }
}
