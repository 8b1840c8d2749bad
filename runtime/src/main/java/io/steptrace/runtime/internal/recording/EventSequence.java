package io.steptrace.runtime.internal.recording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;

import io.opentelemetry.api.trace.Span;
import io.steptrace.runtime.internal.job.ParkEpisode;
import io.steptrace.runtime.internal.time.EpochAnchor;

/** Facts that could not be told when they happened, because a wait was open; told together in the order of time. */
final class EventSequence {

    /** Differences, because readings of a monotonic clock may overflow. */
    private static final Comparator<Fact> BY_TIME = (one, other) -> Long.compare(one.nanos() - other.nanos(), 0);

    private final EpochAnchor anchor;
    private List<Fact> facts = List.of();
    private long toldNanos;

    /** @param beginNanos before everything that will be told */
    EventSequence(EpochAnchor anchor, long beginNanos) {
        this.anchor = anchor;
        this.toldNanos = beginNanos;
    }

    /** Something that happened then has been told elsewhere. */
    void toldUntil(long nanos) {
        if (nanos - toldNanos > 0) {
            toldNanos = nanos;
        }
    }

    /** Whether something later has been told already, so that a fact of then can no longer be told in order. */
    boolean isTooLateFor(long nanos) {
        return nanos - toldNanos < 0;
    }

    /** Adds a fact; {@code event} gets its time in nanoseconds since the epoch. */
    void add(long nanos, LongConsumer event) {
        if (facts.isEmpty()) {
            facts = new ArrayList<>(4);
        }
        facts.add(new Fact(nanos, event));
    }

    /** Adds both ends of a wait. */
    void add(ParkEpisode episode, JobEvents events, Span span) {
        add(episode.parkedNanos(), at -> events.parked(span, at, episode.reason()));
        add(episode.resumedNanos(), at -> events.resumed(span, at));
    }

    int size() {
        return facts.size();
    }

    /** Tells everything, and starts anew. */
    void write() {
        List<Fact> told = facts;
        facts = List.of();
        if (told.size() > 1) {
            // stable: a wait of no length is parked before it is resumed
            told.sort(BY_TIME);
        }
        for (Fact fact : told) {
            toldUntil(fact.nanos());
            fact.event().accept(anchor.epochNanosAt(fact.nanos()));
        }
    }

    private record Fact(long nanos, LongConsumer event) {
    }
}
