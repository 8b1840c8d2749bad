package io.steptrace.runtime.internal.recording;

import java.util.List;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.job.JobState.Completed;
import io.steptrace.runtime.internal.job.JobState.Started;
import io.steptrace.runtime.internal.job.ParkEpisode;
import io.steptrace.runtime.internal.telemetry.EventWriter;
import io.steptrace.runtime.internal.text.BoundedText;
import io.steptrace.runtime.internal.time.EpochAnchor;
import io.steptrace.runtime.internal.trace.LocalTrace;
import io.steptrace.runtime.internal.trace.LocalTraceState;
import io.steptrace.runtime.internal.trace.ledger.TraceLedger;
import io.steptrace.runtime.internal.verdict.KnownWait;
import io.steptrace.runtime.internal.verdict.Stretch;

/**
 * Writes what one job has waited for, when that is over: it is measured, and becomes two events on the job's span or, where it
 * is promoted, a child span. Guarded by the lock of the job.
 */
final class WaitWriter {

    static final int MAX_PARK_EVENTS = EventWriter.MAX_OF_ONE_KIND;
    static final int MAX_PARK_SPANS = 64;

    private final JobTelemetry telemetry;
    private final Context context;
    private final LocalTrace trace;
    private final Span span;
    private final EpochAnchor anchor;
    private final QueueEntry entry;
    private final JobMeasures measures;
    /** Null if the trace is not held. */
    private final TraceLedger ledger;
    private int parkEvents;
    private int parkSpans;
    private boolean promoted;

    /** @param entry {@code null} for work that went through no queue */
    WaitWriter(JobTelemetry telemetry, Context context, LocalTrace trace, QueueEntry entry) {
        this.telemetry = telemetry;
        this.context = context;
        this.trace = trace;
        this.span = Span.fromContext(context);
        this.anchor = trace.anchor(span, telemetry.clock());
        this.entry = entry;
        this.ledger = LocalTraceState.ledgerOf(span.getSpanContext());
        this.measures = JobMeasures.of(telemetry.measurements(), context, entry == null ? null : entry.queue());
    }

    Span span() {
        return span;
    }

    EpochAnchor anchor() {
        return anchor;
    }

    /**
     * A wait in a queue is over; the events of a promoted one are those of its own span.
     *
     * @param wasTaken whether it ended because a worker took the job, and not with the job
     */
    void queueWait(long enqueuedNanos, long endNanos, boolean wasTaken) {
        noteQueueWait(enqueuedNanos, endNanos);
        measures.queueWait(endNanos - enqueuedNanos);
        if (isQueueWaitPromoted(endNanos - enqueuedNanos)) {
            telemetry.promotedSpans().queueWait(context, entry, anchor, enqueuedNanos, endNanos, wasTaken);
            return;
        }
        enqueued(enqueuedNanos);
        if (wasTaken) {
            taken(endNanos);
        }
    }

    /** As {@link #queueWait}, on a span shared with other jobs: there the events have been written as things happened. */
    void sharedQueueWait(long enqueuedNanos, long takenNanos) {
        noteQueueWait(enqueuedNanos, takenNanos);
        measures.queueWait(takenNanos - enqueuedNanos);
        taken(takenNanos);
        // a span that has ended, because its work did not wait for the job, has no room for a child
        if (span.isRecording() && isQueueWaitPromoted(takenNanos - enqueuedNanos)) {
            telemetry.promotedSpans().queueWaitWithoutEvents(context, entry, anchor, enqueuedNanos, takenNanos);
        }
    }

    private void noteQueueWait(long enqueuedNanos, long endNanos) {
        if (ledger != null) {
            ledger.queued(span.getSpanContext().getSpanId(), entry.queue(), anchor.epochNanosAt(enqueuedNanos),
                    anchor.epochNanosAt(endNanos));
        }
    }

    void enqueued(long nanos) {
        telemetry.events().enqueued(span, anchor.epochNanosAt(nanos), entry);
    }

    private void taken(long nanos) {
        telemetry.events().taken(span, anchor.epochNanosAt(nanos), entry);
    }

    /** The wait for contexts is over. */
    void started(Started job) {
        measures.dispatch(job.startedNanos() - job.takenNanos());
        telemetry.events().started(span, anchor.epochNanosAt(job.startedNanos()));
    }

    /** Parks that overlapped are over. What is no span goes into {@code held}, which then is written. */
    void parks(List<ParkEpisode> episodes, EventSequence held) {
        measures.parks(episodes);
        for (ParkEpisode episode : episodes) {
            if (ledger != null) {
                ledger.parked(span.getSpanContext().getSpanId(), known(episode));
            }
            if (isPromoted(episode, held) && parkSpans < MAX_PARK_SPANS) {
                parkSpans++;
                promoted = true;
                telemetry.promotedSpans().park(context, episode, anchor);
            } else if (parkEvents < MAX_PARK_EVENTS) {
                parkEvents++;
                held.add(episode, telemetry.events(), span);
            }
        }
        held.write();
    }

    /** This thread begins with a task of its submitter, whose span this is. */
    void beginsTask() {
        if (ledger != null) {
            ledger.beginsTask();
        }
    }

    /** This thread has run a task of its submitter, whose span this is. */
    void ranTask(Completed task, boolean success) {
        Stretch ran = new Stretch(Thread.currentThread().getId(), anchor.epochNanosAt(task.startedNanos()),
                anchor.epochNanosAt(task.completedNanos()));
        String spanId = span.getSpanContext().getSpanId();
        if (ledger != null) {
            ledger.ranTask(spanId, ran);
            telemetry.longRuns().leftTask(context, ledger, ran.beginNanos(), ran.endNanos());
        }
        if (measures.areOn()) {
            boolean isPromoted = promoted;
            telemetry.longRuns().onceTaskKnown(ledger, spanId, ran,
                    unmarkedNanos -> measures.completed(task, isPromoted, unmarkedNanos));
        }
        telemetry.events().completedAmongOthers(span, ran.endNanos(), task.durations(), success);
    }

    private KnownWait known(ParkEpisode episode) {
        String token = episode.reason().token();
        String cause = JobEvents.causeOf(episode.reason());
        return new KnownWait(token == null ? cause : cause + ' ' + BoundedText.name(token),
                token == null ? KnownWait.Kind.PLACE : KnownWait.Kind.NAMED, episode.threadId(),
                anchor.epochNanosAt(episode.parkedNanos()), anchor.epochNanosAt(episode.resumedNanos()));
    }

    /** The job is over, and with it its last wait. */
    void completed(Completed job, boolean success) {
        if (measures.areOn()) {
            boolean isPromoted = promoted;
            telemetry.longRuns().onceKnown(ledger, span.getSpanContext().getSpanId(),
                    unmarkedNanos -> measures.completed(job, isPromoted, unmarkedNanos));
        }
        telemetry.events().completed(span, anchor.epochNanosAt(job.completedNanos()), success);
    }

    /** The durations as attributes of a span that is the job's alone. */
    void attributes(Completed job) {
        JobAttributes.write(span, entry == null ? null : entry.queue(), job.durations(), job.parkCount(), promoted);
    }

    private boolean isQueueWaitPromoted(long waitNanos) {
        boolean isPromoted = telemetry.promotion().promotesQueueWait(waitNanos, trace::route);
        promoted |= isPromoted;
        return isPromoted;
    }

    /** A wait that can no longer be written in order, after facts of meanwhile, is a span of its own. */
    private boolean isPromoted(ParkEpisode episode, EventSequence held) {
        return telemetry.promotion().promotesPark(episode.durationNanos(), trace::route)
                || held.isTooLateFor(episode.parkedNanos());
    }
}
