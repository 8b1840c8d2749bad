package io.steptrace.runtime.internal.recording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;

import io.opentelemetry.api.trace.Span;
import io.steptrace.runtime.internal.job.ParkEpisode;
import io.steptrace.runtime.internal.time.EpochAnchor;

/** Facts that could not be written when they happened, because a wait was open; written together in the order of time. */
final class EventSequence {

    /** Differences, because readings of a monotonic clock may overflow. */
    private static final Comparator<Fact> BY_TIME = (one, another) -> Long.compare(one.nanos() - another.nanos(), 0);

    private final EpochAnchor anchor;
    private List<Fact> facts = List.of();
    private long writtenNanos;

    /** @param beginNanos before everything that will be written */
    EventSequence(EpochAnchor anchor, long beginNanos) {
        this.anchor = anchor;
        this.writtenNanos = beginNanos;
    }

    /** Something that happened then has been written elsewhere. */
    void writtenUntil(long nanos) {
        if (nanos - writtenNanos > 0) {
            writtenNanos = nanos;
        }
    }

    /** Whether something later has been written already, so that a fact of then can no longer be written in order. */
    boolean isTooLateFor(long nanos) {
        return nanos - writtenNanos < 0;
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

    /** Writes everything, and starts anew. */
    void write() {
        List<Fact> sorted = facts;
        facts = List.of();
        if (sorted.size() > 1) {
            // stable: a wait of no length is parked before it is resumed
            sorted.sort(BY_TIME);
        }
        for (Fact fact : sorted) {
            writtenUntil(fact.nanos());
            fact.event().accept(anchor.epochNanosAt(fact.nanos()));
        }
    }

    private record Fact(long nanos, LongConsumer event) {
    }
}
