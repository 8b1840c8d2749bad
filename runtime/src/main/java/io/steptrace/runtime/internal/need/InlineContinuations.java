package io.steptrace.runtime.internal.need;

import java.util.function.Supplier;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.steptrace.runtime.internal.work.Work;

/** Runs continuations on the thread on which the last effect ended. */
final class InlineContinuations implements Continuations {

    static final Continuations INSTANCE = new InlineContinuations();

    private InlineContinuations() {
    }

    @Override
    public <R> Uni<R> run(Context context, Work work, Supplier<R> continuation) {
        return Uni.createFrom().item(continuation);
    }

    @Override
    public <R> Uni<R> runAsync(Context context, Work work, Supplier<Uni<R>> continuation) {
        return Uni.createFrom().deferred(continuation::get);
    }
}
