package io.steptrace.runtime.internal.interception;

import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.operators.UniOperator;
import io.smallrye.mutiny.subscription.UniSubscriber;

/** Ends an attempt with its {@code Uni}, which fault tolerance subscribes to at once. */
final class AttemptedUni<T> extends UniOperator<T, T> {

    private final GuardedCall call;
    private final Attempt attempt;

    AttemptedUni(Uni<? extends T> upstream, GuardedCall call, Attempt attempt) {
        super(upstream);
        this.call = call;
        this.attempt = attempt;
    }

    @Override
    public void subscribe(UniSubscriber<? super T> subscriber) {
        try (Scope ignored = call.attach()) {
            AbstractUni.subscribe(upstream().onTermination().invoke((item, failure, cancelled) -> attempt.end(failure)),
                    subscriber);
        }
    }
}
