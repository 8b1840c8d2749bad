package io.steptrace.runtime.internal.span;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

import io.opentelemetry.api.trace.Span;
import io.steptrace.runtime.internal.job.ParkEpisode;
import io.steptrace.runtime.internal.time.EpochAnchor;

/** Interleaves the beginnings and ends of overlapping parks, so that their events stand in the order of time. */
final class ParkEventSequence {

    private static final Comparator<ParkEpisode> BY_END = (one, other) -> Long
            .compare(one.resumedNanos() - other.resumedNanos(), 0);

    private final JobEvents events;
    private final Span span;
    private final EpochAnchor anchor;
    private final Queue<ParkEpisode> byBegin = new ArrayDeque<>(2);

    ParkEventSequence(JobEvents events, Span span, EpochAnchor anchor) {
        this.events = events;
        this.span = span;
        this.anchor = anchor;
    }

    /** Adds an episode that began no earlier than the ones added before. */
    void add(ParkEpisode episode) {
        byBegin.add(episode);
    }

    void write() {
        Queue<ParkEpisode> open = new PriorityQueue<>(BY_END);
        for (ParkEpisode episode : byBegin) {
            while (!open.isEmpty() && open.peek().resumedNanos() - episode.parkedNanos() <= 0) {
                events.resumed(span, open.poll(), anchor);
            }
            events.parked(span, episode, anchor);
            open.add(episode);
        }
        while (!open.isEmpty()) {
            events.resumed(span, open.poll(), anchor);
        }
    }
}
