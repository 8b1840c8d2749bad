package io.steptrace.runtime.internal.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * All that is known of a time. Drawn ones are small, so that much overlaps, begins and ends together, and every instant can be
 * looked at.
 */
record Scene(long beginNanos, long endNanos, List<Stretch> stretches, List<KnownWait> waits, List<Call> calls) {

    static final int THREADS = 3;

    private static final int LENGTH = 30;
    /** Anywhere in the range of the clock, on both sides of zero. */
    private static final Arbitrary<Long> ORIGINS = Arbitraries.of(0L, -15L, 1_795_000_000_000_000_000L,
            Long.MAX_VALUE - 3 * LENGTH, Long.MIN_VALUE + 3 * LENGTH);

    /** Where something begins and ends, in that order; also outside of the time, and of no length. */
    private record Place(long beginNanos, long endNanos) {
    }

    static Arbitrary<Scene> drawn() {
        return ORIGINS.flatMap(Scene::drawnFrom);
    }

    private static Arbitrary<Scene> drawnFrom(long originNanos) {
        Arbitrary<Integer> lengths = Arbitraries.integers().between(0, LENGTH);
        Arbitrary<Place> places = Combinators.combine(Arbitraries.integers().between(-10, LENGTH + 5), lengths)
                .as((from, length) -> new Place(originNanos + from, originNanos + from + length));
        Arbitrary<Long> threads = Arbitraries.longs().between(1, THREADS);
        Arbitrary<String> words = Arbitraries.of("a", "b", "c", "d");
        Arbitrary<Stretch> stretches = Combinators.combine(threads, places)
                .as((thread, place) -> new Stretch(thread, place.beginNanos(), place.endNanos()));
        Arbitrary<KnownWait> waits = Combinators
                .combine(words, Arbitraries.of(KnownWait.Kind.class), Arbitraries.longs().between(KnownWait.NO_THREAD, THREADS),
                        places)
                .as((what, kind, thread, place) -> new KnownWait(what, kind, thread, place.beginNanos(),
                        place.endNanos()));
        Arbitrary<Call> calls = Combinators.combine(words, places)
                .as((what, place) -> new Call(what, place.beginNanos(), place.endNanos()));
        return Combinators
                .combine(lengths, stretches.list().ofMaxSize(6), waits.list().ofMaxSize(8), calls.list().ofMaxSize(6))
                .as((length, someStretches, someWaits, someCalls) -> new Scene(originNanos, originNanos + length,
                        someStretches, someWaits, someCalls));
    }

    Verdict verdict() {
        return Verdict.of(beginNanos, endNanos, stretches, waits, calls);
    }

    List<Passage> timeline() {
        return Timeline.of(beginNanos, endNanos, stretches, waits, calls);
    }

    Scene between(long fromNanos, long untilNanos) {
        return new Scene(fromNanos, untilNanos, stretches, waits, calls);
    }

    Scene with(KnownWait wait) {
        List<KnownWait> more = new ArrayList<>(waits);
        more.add(wait);
        return new Scene(beginNanos, endNanos, stretches, more, calls);
    }

    Scene shuffled(Random random) {
        return new Scene(beginNanos, endNanos, shuffled(stretches, random), shuffled(waits, random),
                shuffled(calls, random));
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
