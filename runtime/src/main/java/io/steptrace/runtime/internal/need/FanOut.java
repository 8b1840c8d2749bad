package io.steptrace.runtime.internal.need;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow.Subscription;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.steptrace.Slots;
import io.steptrace.runtime.internal.context.CarriedContext;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.work.NeedPlace;
import io.steptrace.runtime.internal.work.Work;

/**
 * One run of a need: begins its effects and emits their results as soon as the join is met.
 * <p>
 * The ends arrive one after another, as the items of one stream, on whichever threads the effects end: what is counted here
 * needs no lock. Results that come after the join are let go.
 */
final class FanOut implements MultiSubscriber<EffectEnd> {

    private final NeedPlan plan;
    private final Context context;
    private final Work work;
    private final UniEmitter<? super Slots> emitter;
    private final Clock clock = Clock.system();
    private final long begunNanos = clock.nanoTime();
    private final JoinProgress progress;
    private final SlotValues values = new SlotValues();
    private volatile Subscription subscription;
    private volatile boolean isJoined;
    private volatile boolean isCancelled;

    FanOut(NeedPlan plan, Context context, Work work, UniEmitter<? super Slots> emitter) {
        this.plan = plan;
        this.context = context;
        this.work = work;
        this.emitter = emitter;
        this.progress = new JoinProgress(plan.effects());
    }

    void start() {
        if (work != null) {
            work.needRequested(plan.effects().size(), plan.terms());
        }
        emitter.onTermination(this::cancel);
        // nothing to wait for, or nothing but what may go on in the background
        joinIfMet();
        if (!plan.effects().isEmpty()) {
            ends().subscribe().withSubscriber(this);
        }
    }

    @Override
    public void onSubscribe(Subscription ends) {
        subscription = ends;
        if (isCancelled) {
            ends.cancel();
        } else {
            ends.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onItem(EffectEnd ended) {
        if (isJoined) {
            return;
        }
        progress.count(ended);
        if (ended.failure() == null) {
            values.write(ended.effect().slot(), ended.value(), work);
        }
        joinIfMet();
    }

    /** Failures of effects are items. */
    @Override
    public void onFailure(Throwable failure) {
        emitter.fail(failure);
    }

    @Override
    public void onCompletion() {
        // the last end was the last chance to join
    }

    /** The result of the need is no longer awaited; effects in the background of a need that is met go on. */
    private void cancel() {
        if (!isJoined) {
            isCancelled = true;
            cancelEffects();
        }
    }

    private void joinIfMet() {
        if (isJoined || !plan.rule().isMet(progress)) {
            return;
        }
        isJoined = true;
        if (plan.rule().cancelsTheRest()) {
            cancelEffects();
        }
        if (work != null) {
            work.needJoined(progress.succeeded(), progress.failed(), clock.nanoTime() - begunNanos);
        }
        Throwable failure = plan.rule().failure(progress);
        if (failure != null) {
            emitter.fail(failure);
        } else {
            emitter.complete(values);
        }
    }

    private void cancelEffects() {
        Subscription running = subscription;
        if (running != null) {
            running.cancel();
        }
    }

    private Multi<EffectEnd> ends() {
        List<Multi<EffectEnd>> ends = new ArrayList<>(plan.effects().size());
        for (NeedEffect<?> effect : plan.effects()) {
            ends.add(run(effect, ends.size() + 1).toMulti());
        }
        return plan.isParallel() ? Multi.createBy().merging().withConcurrency(ends.size()).streams(ends)
                : Multi.createBy().concatenating().streams(ends);
    }

    private Uni<EffectEnd> run(NeedEffect<?> effect, int sequence) {
        Context place = context.with(new NeedPlace(work, sequence, effect.required(), plan.terms()));
        return Uni.createFrom().<Object> emitter(end -> {
            // subscribed to in here as well: an effect may be called only then
            try (Scope ignored = CarriedContext.attach(place)) {
                Cancellable running = effect.call().get().subscribe().with(end::complete, end::fail);
                end.onTermination(running::cancel);
            } catch (Throwable t) {
                end.fail(t);
            }
        }).onItemOrFailure().transform((value, failure) -> new EffectEnd(effect, value, failure));
    }
}
