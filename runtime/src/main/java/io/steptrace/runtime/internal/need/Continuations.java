package io.steptrace.runtime.internal.need;

import java.util.function.Supplier;

import io.opentelemetry.context.Context;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.smallrye.mutiny.Uni;
import io.steptrace.runtime.internal.work.Work;

/** Runs what follows a need. */
public interface Continuations {

    /**
     * Runs a continuation on each subscription.
     *
     * @param context the context in which the need was described
     * @param work the work that described it; {@code null} for none
     */
    <R> Uni<R> run(Context context, Work work, Supplier<R> continuation);

    /** As {@link #run}, for a continuation that goes on asynchronously. */
    <R> Uni<R> runAsync(Context context, Work work, Supplier<Uni<R>> continuation);

    /** Those of the application; where it is built without the extension, continuations run where their need is met. */
    static Continuations ofTheApplication() {
        ArcContainer container = Arc.container();
        Continuations queued = container == null ? null : container.instance(QueuedContinuations.class).get();
        return queued == null ? InlineContinuations.INSTANCE : queued;
    }
}
