package io.steptrace.runtime.internal.recording;

import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.job.ParkEpisode;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.SpanNames;
import io.steptrace.runtime.internal.time.EpochAnchor;

/** Turns waits that are over into child spans, with the very times of the wait they stand for. */
final class PromotedSpans {

    private final Tracer tracer;
    private final JobEvents events;

    PromotedSpans(Tracer tracer, JobEvents events) {
        this.tracer = tracer;
        this.events = events;
    }

    /** A wait in a queue, and the events of that time. */
    void queueWait(Context parent, QueueEntry entry, EpochAnchor anchor, long enqueuedNanos, long endNanos,
            boolean wasTaken) {
        Span span = startQueueWait(parent, entry, anchor.epochNanosAt(enqueuedNanos));
        events.enqueued(span, anchor.epochNanosAt(enqueuedNanos), entry);
        if (wasTaken) {
            events.taken(span, anchor.epochNanosAt(endNanos), entry);
        }
        span.end(anchor.epochNanosAt(endNanos), TimeUnit.NANOSECONDS);
    }

    /** A wait in a queue whose events have been written elsewhere. */
    void queueWaitWithoutEvents(Context parent, QueueEntry entry, EpochAnchor anchor, long enqueuedNanos, long takenNanos) {
        startQueueWait(parent, entry, anchor.epochNanosAt(enqueuedNanos)).end(anchor.epochNanosAt(takenNanos),
                TimeUnit.NANOSECONDS);
    }

    void park(Context parent, ParkEpisode episode, EpochAnchor anchor) {
        String name = SpanNames.PARK_PREFIX + JobEvents.causeOf(episode.reason()) + ")";
        Span span = start(name, parent, anchor.epochNanosAt(episode.parkedNanos()), JobEvents.attributesOf(episode.reason()));
        events.parked(span, anchor.epochNanosAt(episode.parkedNanos()), episode.reason());
        events.resumed(span, anchor.epochNanosAt(episode.resumedNanos()));
        span.end(anchor.epochNanosAt(episode.resumedNanos()), TimeUnit.NANOSECONDS);
    }

    private Span startQueueWait(Context parent, QueueEntry entry, long startEpochNanos) {
        return start(SpanNames.QUEUE_WAIT, parent, startEpochNanos, entry.isDepthKnown()
                ? Attributes.of(AttributeKeys.JOB_QUEUE, entry.queue(), AttributeKeys.JOB_DEPTH_START,
                        (long) entry.depthAtEnqueue(), AttributeKeys.JOB_DEPTH_END, (long) entry.depthAtTake())
                : Attributes.of(AttributeKeys.JOB_QUEUE, entry.queue()));
    }

    private Span start(String name, Context parent, long startEpochNanos, Attributes attributes) {
        return tracer.spanBuilder(name)
                .setParent(parent)
                .setAllAttributes(attributes)
                .setStartTimestamp(startEpochNanos, TimeUnit.NANOSECONDS)
                .startSpan();
    }
}
