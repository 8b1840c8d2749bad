package io.steptrace.runtime.internal.recording;

import java.util.List;
import java.util.function.LongConsumer;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.job.JobState.Completed;
import io.steptrace.runtime.internal.job.JobState.Started;
import io.steptrace.runtime.internal.job.JobState.Taken;
import io.steptrace.runtime.internal.job.JobTimeline;
import io.steptrace.runtime.internal.job.OpenPark;
import io.steptrace.runtime.internal.job.ParkEpisode;
import io.steptrace.runtime.internal.job.ParkReason;
import io.steptrace.runtime.internal.job.PossiblePark;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.telemetry.TellingLock;
import io.steptrace.runtime.internal.time.EpochAnchor;
import io.steptrace.runtime.internal.trace.LocalTrace;

/**
 * One job and its telling: measures its life and writes each fact as soon as it is certain where it belongs, on the job's span
 * or on a promoted child.
 * <p>
 * A wait is told when it ends, because only then is it known whether it is promoted; overlapping waits are told together. That
 * keeps the events of a span in the order of their timestamps. The lock spans measuring and writing for the same reason.
 */
public final class JobRecording {

    /** Other facts held back while the job is parked. */
    private static final int MAX_HELD_FACTS = 32;

    private final JobTelemetry telemetry;
    private final Context context;
    private final LocalTrace trace;
    private final Span span;
    private final EpochAnchor anchor;
    private final JobTimeline timeline;
    private final QueueEntry entry;
    private final long enqueuedNanos;
    private final EventSequence held;
    private final JobMeasures measures;
    private final TellingLock lock = new TellingLock();
    private final ParkAllowance allowance = new ParkAllowance();

    private boolean queueWaitTold;
    private boolean promoted;

    private JobRecording(JobTelemetry telemetry, Context context, LocalTrace trace, JobTimeline timeline, QueueEntry entry,
            long enqueuedNanos) {
        this.telemetry = telemetry;
        this.context = context;
        this.trace = trace;
        this.span = Span.fromContext(context);
        this.anchor = trace.anchor(span, telemetry.clock());
        this.timeline = timeline;
        this.entry = entry;
        this.enqueuedNanos = enqueuedNanos;
        this.held = new EventSequence(anchor, enqueuedNanos);
        this.measures = JobMeasures.of(telemetry.measurements(), context, entry == null ? null : entry.queue());
    }

    static JobRecording enqueued(JobTelemetry telemetry, Context context, LocalTrace trace, String queue,
            long startNanos, long enqueuedNanos) {
        return new JobRecording(telemetry, context, trace, JobTimeline.enqueued(telemetry.clock(), startNanos, enqueuedNanos),
                new QueueEntry(queue), enqueuedNanos);
    }

    static JobRecording running(JobTelemetry telemetry, Context context, LocalTrace trace, long startedNanos) {
        return new JobRecording(telemetry, context, trace, JobTimeline.running(telemetry.clock(), startedNanos), null,
                startedNanos);
    }

    /** The queue has accepted the job, which now waits among {@code depth} jobs. */
    public void enqueuedAt(int depth) {
        BrokenTelemetry.guard(() -> entry.enqueued(depth));
    }

    /** A queue that belongs to others lets the job go to this worker. */
    public void taken(String worker) {
        record(() -> {
            timeline.take();
            entry.taken(worker);
            tellQueueWaitIfTaken();
        });
    }

    /** A queue that belongs to others has let the job go to this worker, after so long. */
    public void takenAfter(long waitNanos, String worker) {
        record(() -> {
            timeline.takeAt(enqueuedNanos + waitNanos);
            entry.taken(worker);
            tellQueueWaitIfTaken();
        });
    }

    /** A worker begins with the job and leaves {@code depth} jobs waiting. */
    public void taken(String worker, int depth) {
        record(() -> {
            timeline.take();
            entry.taken(worker, depth);
            tellQueueWaitIfTaken();
        });
    }

    /** Contexts are active and the application's code begins. */
    public void started() {
        record(() -> {
            timeline.start();
            if (timeline.state() instanceof Started started) {
                held.toldUntil(started.startedNanos());
                measures.dispatch(started.startedNanos() - started.takenNanos());
                telemetry.events().started(span, anchor.epochNanosAt(started.startedNanos()));
            }
        });
    }

    /** The job begins to wait; {@link #resume} ends it. */
    public OpenPark park(ParkReason reason) {
        return timeline.park(reason);
    }

    /** A wait ends; a second call for the same wait is harmless. */
    public void resume(OpenPark park) {
        record(() -> tellResumed(park.resume()));
    }

    /** As {@link JobTimeline#mayPark}. */
    public PossiblePark mayPark() {
        return timeline.mayPark();
    }

    /** What began as a possible wait has been one, and ends now. */
    public void parkedSince(PossiblePark begin, ParkReason reason) {
        record(() -> tellResumed(timeline.parkedSince(begin, reason)));
    }

    /** Something else happens now; {@code event} gets its time in nanoseconds since the epoch, once it can be told in order. */
    public void tell(LongConsumer event) {
        record(() -> {
            long nanos = telemetry.clock().nanoTime();
            held.add(nanos, event);
            if (!timeline.isParked() || held.size() > MAX_HELD_FACTS) {
                held.write();
            }
        });
    }

    /** Facts up to this instant have been told; before anybody else knows of this job. */
    public void toldUntil(long nanos) {
        held.toldUntil(nanos);
    }

    /** When the job came to its queue, in nanoseconds since the epoch. */
    public long enqueuedEpochNanos() {
        return anchor.epochNanosAt(enqueuedNanos);
    }

    /** The job is over: what is held back is recorded, and the completed job returned. */
    public Completed complete(boolean success) {
        try (TellingLock telling = lock.hold()) {
            return tellEnd(timeline.complete(), success);
        }
    }

    /** As {@link #complete}, at an instant that others have chosen. */
    public Completed completeAt(long epochNanos, boolean success) {
        try (TellingLock telling = lock.hold()) {
            return tellEnd(timeline.completeAt(anchor.nanoTimeAt(epochNanos)), success);
        }
    }

    private Completed tellEnd(Completed job, boolean success) {
        BrokenTelemetry.guard(() -> {
            if (entry != null && !queueWaitTold) {
                tellQueueWait(job.takenNanos(), job.wasTaken());
            }
            tellParks(job.lastParks());
            measures.completed(job, promoted);
            telemetry.events().completed(span, job, anchor, success);
        });
        return job;
    }

    public void writeAttributes(Completed job) {
        JobAttributes.write(span, job, entry, promoted);
    }

    public long epochNanosAt(long nanos) {
        return anchor.epochNanosAt(nanos);
    }

    /** One fact after the other; whatever goes wrong with it is none of the job's business. */
    private void record(Runnable fact) {
        try (TellingLock telling = lock.hold()) {
            fact.run();
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }

    /** At once: code that runs before the job is started may tell of itself on the same span. */
    private void tellQueueWaitIfTaken() {
        if (timeline.state() instanceof Taken taken && !queueWaitTold) {
            tellQueueWait(taken.takenNanos(), true);
        }
    }

    private void tellQueueWait(long endNanos, boolean wasTaken) {
        queueWaitTold = true;
        measures.queueWait(endNanos - enqueuedNanos);
        if (telemetry.promotion().promotesQueueWait(endNanos - enqueuedNanos, trace::route)) {
            promoted = true;
            telemetry.promotedSpans().queueWait(context, entry, anchor, enqueuedNanos, endNanos);
            return;
        }
        telemetry.events().enqueued(span, anchor.epochNanosAt(enqueuedNanos), entry);
        if (wasTaken) {
            telemetry.events().taken(span, anchor.epochNanosAt(endNanos), entry);
        }
    }

    /** Nothing while another wait goes on: what happens meanwhile is held back until that is over. */
    private void tellResumed(List<ParkEpisode> episodes) {
        if (!episodes.isEmpty()) {
            tellParks(episodes);
        }
    }

    private void tellParks(List<ParkEpisode> episodes) {
        measures.parks(episodes);
        for (ParkEpisode episode : episodes) {
            if (isPromoted(episode) && allowance.takesSpan()) {
                promoted = true;
                telemetry.promotedSpans().park(context, episode, anchor);
            } else if (allowance.takesEvent()) {
                held.add(episode, telemetry.events(), span);
            }
        }
        held.write();
    }

    /** A wait that can no longer be told in order, after facts of meanwhile, is a span of its own. */
    private boolean isPromoted(ParkEpisode episode) {
        return telemetry.promotion().promotesPark(episode.durationNanos(), trace::route)
                || held.isTooLateFor(episode.parkedNanos());
    }
}
