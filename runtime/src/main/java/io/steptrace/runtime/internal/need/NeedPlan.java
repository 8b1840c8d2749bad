package io.steptrace.runtime.internal.need;

import java.util.List;
import java.util.function.Function;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.steptrace.Join;
import io.steptrace.Slots;
import io.steptrace.runtime.internal.context.CarriedContext;
import io.steptrace.runtime.internal.text.EnumName;
import io.steptrace.runtime.internal.work.NeedPlace.Terms;
import io.steptrace.runtime.internal.work.Work;

/** A need as described; immutable. */
public final class NeedPlan {

    private final List<NeedEffect<?>> effects;
    private final boolean isParallel;
    private final JoinRule rule;
    private final Terms terms;

    public NeedPlan(List<NeedEffect<?>> effects, boolean isParallel, Join join) {
        this.effects = List.copyOf(effects);
        this.isParallel = isParallel;
        this.rule = JoinRule.of(join);
        this.terms = new Terms(isParallel ? "parallel" : "sequential", EnumName.of(join));
    }

    /** Runs the effects and then the continuation on each subscription, in the context of the caller of this method. */
    public <R> Uni<R> resume(Function<Slots, R> continuation) {
        Context context = CarriedContext.current();
        Work work = CarriedContext.currentWork();
        Continuations continuations = Continuations.ofTheApplication();
        return slots(context, work).chain(slots -> continuations.run(context, work, () -> continuation.apply(slots)));
    }

    /** As {@link #resume}, for a continuation that goes on asynchronously. */
    public <R> Uni<R> resumeAsync(Function<Slots, Uni<R>> continuation) {
        Context context = CarriedContext.current();
        Work work = CarriedContext.currentWork();
        Continuations continuations = Continuations.ofTheApplication();
        return slots(context, work).chain(slots -> continuations.runAsync(context, work, () -> continuation.apply(slots)));
    }

    private Uni<Slots> slots(Context context, Work work) {
        return Uni.createFrom().emitter(emitter -> new FanOut(this, context, work, emitter).start());
    }

    List<NeedEffect<?>> effects() {
        return effects;
    }

    boolean isParallel() {
        return isParallel;
    }

    JoinRule rule() {
        return rule;
    }

    Terms terms() {
        return terms;
    }
}
