package io.steptrace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.steptrace.runtime.internal.need.NeedEffect;
import io.steptrace.runtime.internal.need.NeedPlan;

/**
 * What a step needs before it can go on: effects, each with a slot for its result, then one continuation.
 *
 * <pre>
 * return Need.parallel()
 *         .require(POST, () -&gt; posts.load(id))
 *         .attempt(AUTHOR, () -&gt; authors.find(id))
 *         .resume(slots -&gt; page.render(slots.get(POST), slots.find(AUTHOR)));
 * </pre>
 *
 * The effects begin on each subscription to the result, in the context of the step that described the need. The continuation
 * runs as a job on the queue for continuations, as span {@code step.<name>.resume}; outside a step it is a task of that queue.
 * A time limit belongs on the effect ({@code @Timeout}), not here. Describing a need is not thread-safe.
 */
public final class Need {

    private final boolean isParallel;
    private final List<NeedEffect<?>> effects = new ArrayList<>();
    private Join join = Join.ALL;

    private Need(boolean isParallel) {
        this.isParallel = isParallel;
    }

    /** A need whose effects begin all at once, in the order in which they are described. */
    public static Need parallel() {
        return new Need(true);
    }

    /** A need whose effects follow one another, each beginning when the one before has ended, however it ended. */
    public static Need sequential() {
        return new Need(false);
    }

    /**
     * Adds an effect the step cannot do without.
     *
     * @param slot where its result goes; each slot once
     * @param effect called on the subscribing thread; what it throws is a failure of the effect
     * @param <T> the type of the result
     * @return this need
     * @throws IllegalArgumentException if the slot has an effect already
     */
    public <T> Need require(Slot<T> slot, Supplier<Uni<T>> effect) {
        return add(new NeedEffect<>(slot, effect, true));
    }

    /**
     * Adds an effect the step can do without: its failure leaves the slot empty and marks nothing as ERROR.
     *
     * @param slot where its result goes; each slot once
     * @param effect called on the subscribing thread; what it throws is a failure of the effect
     * @param <T> the type of the result
     * @return this need
     * @throws IllegalArgumentException if the slot has an effect already
     */
    public <T> Need attempt(Slot<T> slot, Supplier<Uni<T>> effect) {
        return add(new NeedEffect<>(slot, effect, false));
    }

    /**
     * Says when to go on; {@link Join#ALL} unless said otherwise.
     *
     * @param when not {@code null}
     * @return this need
     */
    public Need join(Join when) {
        this.join = Objects.requireNonNull(when, "join");
        return this;
    }

    /**
     * Completes the need with what follows it.
     *
     * @param continuation gets the results; may block
     * @param <R> the type of the result
     * @return the result of the continuation, or the failure of a required effect, of the continuation, or of its queue
     */
    public <R> Uni<R> resume(Function<Slots, R> continuation) {
        return plan().resume(Objects.requireNonNull(continuation, "continuation"));
    }

    /**
     * As {@link #resume}, for a continuation that goes on asynchronously.
     *
     * @param continuation gets the results
     * @param <R> the type of the result
     * @return as {@link #resume} does
     */
    public <R> Uni<R> resumeAsync(Function<Slots, Uni<R>> continuation) {
        return plan().resumeAsync(Objects.requireNonNull(continuation, "continuation"));
    }

    private Need add(NeedEffect<?> effect) {
        if (effects.stream().anyMatch(known -> known.slot() == effect.slot())) {
            throw new IllegalArgumentException(
                    "slot twice in one need: " + effect.slot().name() + " - give each effect a slot of its own");
        }
        effects.add(effect);
        return this;
    }

    private NeedPlan plan() {
        return new NeedPlan(effects, isParallel, join);
    }
}
