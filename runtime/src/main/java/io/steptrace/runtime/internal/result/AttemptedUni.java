package io.steptrace.runtime.internal.result;

import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.operators.UniOperator;
import io.smallrye.mutiny.subscription.UniSubscriber;

/** Ends an attempt with its {@code Uni}; what is downstream belongs to the call as well. */
final class AttemptedUni<T> extends UniOperator<T, T> {

    private final FollowedAttempt attempt;

    AttemptedUni(Uni<? extends T> upstream, FollowedAttempt attempt) {
        super(upstream);
        this.attempt = attempt;
    }

    @Override
    public void subscribe(UniSubscriber<? super T> subscriber) {
        try (Scope ignored = attempt.attach()) {
            AbstractUni.subscribe(upstream().onTermination().invoke((item, failure, cancelled) -> attempt.end(item, failure)),
                    subscriber);
        }
    }
}
