package io.steptrace.runtime.internal.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.steptrace.Join;
import io.steptrace.Need;
import io.steptrace.Slot;

/** What each join waits for, fails with and cancels; without a container, so that the test decides when effects end. */
class JoinTest {

    private static final Slot<String> A = Slot.of("a");
    private static final Slot<String> B = Slot.of("b");
    private static final Slot<String> C = Slot.of("c");
    private static final RuntimeException BROKEN = new IllegalStateException("broken");

    private final Map<String, UniEmitter<? super String>> running = new LinkedHashMap<>();
    private final Map<String, Boolean> cancelled = new HashMap<>();

    @Test
    void allWaitsForEveryEffect() {
        UniAssertSubscriber<String> result = subscribe(Need.parallel().require(A, effect("a")).attempt(B, effect("b")));
        assertThat(running).containsOnlyKeys("a", "b");
        running.get("a").complete("1");
        result.assertNotTerminated();
        running.get("b").fail(BROKEN);
        result.assertItem("1--");
    }

    @Test
    void allFailsWithARequiredEffectOnceEveryEffectHasEnded() {
        UniAssertSubscriber<String> result = subscribe(Need.parallel().require(A, effect("a")).attempt(B, effect("b")));
        running.get("a").fail(BROKEN);
        result.assertNotTerminated();
        running.get("b").complete("2");
        assertThat(result.assertFailed().getFailure()).isSameAs(BROKEN);
    }

    @Test
    void allRequiredLeavesTheRestToTheBackground() {
        UniAssertSubscriber<String> result = subscribe(Need.parallel().join(Join.ALL_REQUIRED).require(A, effect("a"))
                .attempt(B, effect("b")).require(C, effect("c")));
        running.get("a").complete("1");
        result.assertNotTerminated();
        running.get("c").complete("3");
        result.assertItem("1-3");
        assertThat(cancelled).isEmpty();
        running.get("b").complete("2");
    }

    @Test
    void allRequiredGoesOnAtOnceWhereNothingIsRequired() {
        UniAssertSubscriber<String> result = subscribe(Need.parallel().join(Join.ALL_REQUIRED).attempt(A, effect("a")));
        result.assertItem("---");
        assertThat(running).containsOnlyKeys("a");
        assertThat(cancelled).isEmpty();
    }

    @Test
    void allRequiredFailsOnceAllRequiredEffectsHaveEnded() {
        UniAssertSubscriber<String> result = subscribe(Need.parallel().join(Join.ALL_REQUIRED).require(A, effect("a"))
                .require(B, effect("b")).attempt(C, effect("c")));
        running.get("a").fail(BROKEN);
        result.assertNotTerminated();
        running.get("b").complete("2");
        assertThat(result.assertFailed().getFailure()).isSameAs(BROKEN);
    }

    @Test
    void anyGoesOnWithTheFirstEndAndCancelsTheOthers() {
        UniAssertSubscriber<String> result = subscribe(
                Need.parallel().join(Join.ANY).require(A, effect("a")).attempt(B, effect("b")).require(C, effect("c")));
        running.get("b").fail(BROKEN);
        result.assertItem("---");
        assertThat(cancelled).containsOnlyKeys("a", "c");
    }

    @Test
    void anyFailsIfTheFirstEndIsTheFailureOfARequiredEffect() {
        UniAssertSubscriber<String> result = subscribe(
                Need.parallel().join(Join.ANY).require(A, effect("a")).attempt(B, effect("b")));
        running.get("a").fail(BROKEN);
        assertThat(result.assertFailed().getFailure()).isSameAs(BROKEN);
        assertThat(cancelled).containsOnlyKeys("b");
    }

    @Test
    void firstSuccessPassesOverFailures() {
        UniAssertSubscriber<String> result = subscribe(Need.parallel().join(Join.FIRST_SUCCESS).require(A, effect("a"))
                .require(B, effect("b")).require(C, effect("c")));
        running.get("a").fail(BROKEN);
        result.assertNotTerminated();
        running.get("b").complete("2");
        result.assertItem("-2-");
        assertThat(cancelled).containsOnlyKeys("c");
    }

    @Test
    void firstSuccessFailsOnlyWhenAllHaveFailedAndOneWasRequired() {
        UniAssertSubscriber<String> result = subscribe(
                Need.parallel().join(Join.FIRST_SUCCESS).attempt(A, effect("a")).require(B, effect("b")));
        running.get("b").fail(BROKEN);
        result.assertNotTerminated();
        running.get("a").fail(new IllegalArgumentException("other"));
        assertThat(result.assertFailed().getFailure()).isSameAs(BROKEN);
    }

    @Test
    void firstSuccessOfOptionalEffectsGoesOnWithEmptySlots() {
        UniAssertSubscriber<String> result = subscribe(
                Need.parallel().join(Join.FIRST_SUCCESS).attempt(A, effect("a")).attempt(B, effect("b")));
        running.get("a").fail(BROKEN);
        running.get("b").fail(BROKEN);
        result.assertItem("---");
    }

    @Test
    void sequentialEffectsFollowOneAnother() {
        UniAssertSubscriber<String> result = subscribe(Need.sequential().require(A, effect("a")).attempt(B, effect("b"))
                .require(C, effect("c")));
        assertThat(running).containsOnlyKeys("a");
        running.get("a").complete("1");
        assertThat(running).containsOnlyKeys("a", "b");
        running.get("b").fail(BROKEN);
        running.get("c").complete("3");
        result.assertItem("1-3");
    }

    @Test
    void aSequenceStopsAtItsFirstSuccess() {
        UniAssertSubscriber<String> result = subscribe(Need.sequential().join(Join.FIRST_SUCCESS).require(A, effect("a"))
                .require(B, effect("b")).require(C, effect("c")));
        running.get("a").fail(BROKEN);
        running.get("b").complete("2");
        result.assertItem("-2-");
        assertThat(running).containsOnlyKeys("a", "b");
    }

    @Test
    void effectsThatEndAtOnceAreJoinedAtOnce() {
        subscribe(Need.parallel().join(Join.ANY).require(A, () -> Uni.createFrom().item("1")).require(B, effect("b")))
                .assertItem("1--");
        assertThat(running).isEmpty();
    }

    @Test
    void whatTheSupplierThrowsIsAFailureOfTheEffect() {
        Supplier<Uni<String>> throwing = () -> {
            throw BROKEN;
        };
        subscribe(Need.parallel().attempt(A, throwing).require(B, () -> Uni.createFrom().item("2"))).assertItem("-2-");
        subscribe(Need.parallel().require(A, throwing)).assertFailedWith(IllegalStateException.class, "broken");
    }

    @ParameterizedTest
    @EnumSource(Join.class)
    void aNeedOfNothingIsMet(Join join) {
        subscribe(Need.parallel().join(join)).assertItem("---");
        subscribe(Need.sequential().join(join)).assertItem("---");
    }

    @Test
    void cancellingTheResultCancelsTheEffects() {
        UniAssertSubscriber<String> result = subscribe(Need.parallel().require(A, effect("a")).attempt(B, effect("b")));
        result.cancel();
        assertThat(cancelled).containsOnlyKeys("a", "b");
    }

    @Test
    void eachSubscriptionRunsTheEffectsAnew() {
        Uni<String> result = Need.parallel().require(A, effect("a")).resume(slots -> slots.get(A));
        assertThat(running).isEmpty();
        UniAssertSubscriber<String> first = result.subscribe().withSubscriber(UniAssertSubscriber.create());
        running.get("a").complete("1");
        UniAssertSubscriber<String> second = result.subscribe().withSubscriber(UniAssertSubscriber.create());
        running.get("a").complete("2");
        first.assertItem("1");
        second.assertItem("2");
    }

    @Test
    void anEmptySlotIsNamed() {
        Uni<String> result = Need.parallel().attempt(A, () -> Uni.createFrom().nullItem()).resume(slots -> slots.get(A));
        assertThatThrownBy(() -> result.await().indefinitely()).isInstanceOf(NoSuchElementException.class)
                .hasMessageStartingWith("empty slot: a - ");
    }

    @Test
    void aSlotHasOneEffect() {
        Need need = Need.parallel().require(A, effect("a"));
        assertThatThrownBy(() -> need.attempt(A, effect("again"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("slot twice in one need: a - give each effect a slot of its own");
    }

    @Test
    void aContinuationMayGoOnAsynchronouslyAndUseSlotsOfItsOwn() {
        Slot<Integer> length = Slot.of("length");
        Uni<Integer> result = Need.parallel().require(A, () -> Uni.createFrom().item("four")).resumeAsync(slots -> {
            slots.put(length, slots.get(A).length());
            return Uni.createFrom().item(slots.get(length));
        });
        assertThat(result.await().indefinitely()).isEqualTo(4);
    }

    private UniAssertSubscriber<String> subscribe(Need need) {
        return need.resume(slots -> slots.find(A).orElse("-") + slots.find(B).orElse("-") + slots.find(C).orElse("-"))
                .subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private Supplier<Uni<String>> effect(String name) {
        return () -> Uni.createFrom().<String> emitter(emitter -> running.put(name, emitter))
                .onCancellation().invoke(() -> cancelled.put(name, true));
    }
}
