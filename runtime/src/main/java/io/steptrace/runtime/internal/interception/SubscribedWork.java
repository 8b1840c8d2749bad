package io.steptrace.runtime.internal.interception;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.operators.UniOperator;
import io.smallrye.mutiny.operators.multi.AbstractMultiOperator;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.steptrace.runtime.internal.context.SpanActivation;
import io.steptrace.runtime.internal.work.Work;

/**
 * Ends work with its {@code Uni} or {@code Multi}. The first subscription belongs to the call itself; each further one runs the
 * pipeline again and is work of its own, so that a retry around a step shows as many spans as there were attempts.
 */
final class SubscribedWork {

    private final SpanActivation activation;
    private final Context parent;
    private final AtomicReference<Work> first;
    private final Supplier<Work> again;
    private final GuardedInvocation guarded;

    /**
     * @param parent the context of the call
     * @param guarded {@code null} if no attempts are made when the pipeline is subscribed to
     */
    SubscribedWork(SpanActivation activation, Context parent, Work first, Supplier<Work> again, GuardedInvocation guarded) {
        this.activation = activation;
        this.parent = parent;
        this.first = new AtomicReference<>(first);
        this.again = again;
        this.guarded = guarded;
    }

    <T> Uni<T> track(Uni<T> result) {
        return result.plug(upstream -> new TrackedUni<>(upstream));
    }

    <T> Multi<T> track(Multi<T> result) {
        return result.plug(upstream -> new TrackedMulti<>(upstream));
    }

    /** The work of the next subscription; {@code null} if telemetry is broken. */
    private Work next() {
        Work called = first.getAndSet(null);
        Work work = called != null ? called : again.get();
        if (guarded != null) {
            guarded.subscribed(work);
        }
        return work;
    }

    private static void end(Work work, Throwable failure, boolean cancelled) {
        if (work == null) {
            return;
        }
        if (cancelled) {
            work.cancel();
        } else if (failure != null) {
            work.fail(failure);
        } else {
            work.succeed(null);
        }
    }

    private final class TrackedUni<T> extends UniOperator<T, T> {

        TrackedUni(Uni<? extends T> upstream) {
            super(upstream);
        }

        @Override
        public void subscribe(UniSubscriber<? super T> subscriber) {
            Work work = next();
            if (work == null) {
                AbstractUni.subscribe(upstream(), subscriber);
                return;
            }
            // context propagation finds the context of the pipeline's callbacks current already, and need not exchange it for each
            UniEnding<T> ending = new UniEnding<>(work, activation.attach(parent, work), parent, subscriber);
            try {
                AbstractUni.subscribe(upstream(), ending);
            } finally {
                ending.leave();
            }
        }
    }

    private final class TrackedMulti<T> extends AbstractMultiOperator<T, T> {

        TrackedMulti(Multi<? extends T> upstream) {
            super(upstream);
        }

        @Override
        public void subscribe(MultiSubscriber<? super T> subscriber) {
            Work work = next();
            upstream().onTermination().invoke((failure, cancelled) -> end(work, failure, cancelled))
                    .subscribe().withSubscriber(subscriber);
        }
    }
}
