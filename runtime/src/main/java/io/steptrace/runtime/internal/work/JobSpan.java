package io.steptrace.runtime.internal.work;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.steptrace.JobRejectedException;
import io.steptrace.runtime.internal.job.JobState.Completed;
import io.steptrace.runtime.internal.job.OpenPark;
import io.steptrace.runtime.internal.job.ParkReason;
import io.steptrace.runtime.internal.job.PossiblePark;
import io.steptrace.runtime.internal.recording.JobRecording;
import io.steptrace.runtime.internal.recording.JobTelemetry;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.telemetry.TellingLock;
import io.steptrace.runtime.internal.trace.LocalTrace;

/**
 * A span that gets a job as soon as it is queued, handed over or parked, and tells its facts in order; thread-safe. What is
 * public here is called amid the application's code, and never throws.
 */
public abstract class JobSpan {

    private static final Runnable NOT_PARKED = () -> {
    };

    private final JobTelemetry telemetry;
    private final LocalTrace trace;
    private final Span span;
    private volatile TellingLock lock;
    private volatile JobRecording job;
    private long latestToldNanos;

    JobSpan(JobTelemetry telemetry, LocalTrace trace, Span span) {
        this.telemetry = telemetry;
        this.trace = trace;
        this.span = span;
    }

    /** The context in which the application's code runs. */
    public abstract Context context();

    public final LocalTrace trace() {
        return trace;
    }

    public final Span span() {
        return span;
    }

    final JobTelemetry telemetry() {
        return telemetry;
    }

    /** Opens the record of a job that waits in a queue from {@code enqueuedNanos} on. */
    final void enqueue(String queue, long enqueuedNanos) {
        try {
            job = telemetry.enqueued(context(), trace, queue, enqueuedNanos);
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }

    /**
     * The work begins after its start, if it is recorded, had been spent waiting this long in a queue that belongs to others.
     */
    final void arrived(String queue, long waitNanos) {
        if (span.isRecording()) {
            // who has seen the message arrive has measured it, whether or not there is a step
            JobRecording recording = telemetry.unmeasured().enqueuedSinceStart(context(), trace, queue);
            recording.takenAfter(waitNanos, Thread.currentThread().getName());
            recording.started();
            job = recording;
        }
    }

    /** The record of its passage through a queue; {@code null} if it went through none, or is not recorded. */
    public final JobRecording job() {
        return job;
    }

    /**
     * The work begins to wait.
     *
     * @return what ends the wait; running it twice is harmless
     */
    public final Runnable park(ParkReason reason) {
        try {
            if (!telemetry.follows(span)) {
                return NOT_PARKED;
            }
            JobRecording recording = jobSinceStart();
            OpenPark park = recording.park(reason);
            return () -> recording.resume(park);
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
            return NOT_PARKED;
        }
    }

    /**
     * Remembers this instant as the possible beginning of a wait, which only its end can prove to have been one.
     *
     * @return the instant, for {@link #parkedSince}; {@code null} if the work is not recorded
     */
    public final PossiblePark mayPark() {
        try {
            if (!telemetry.follows(span)) {
                return null;
            }
            JobRecording recording = job;
            return recording != null ? recording.mayPark() : PossiblePark.first(telemetry.clock().nanoTime());
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
            return null;
        }
    }

    /** What began as a possible wait has been one, and ends now. Of two such waits that overlap only one counts. */
    public final void parkedSince(PossiblePark begin, ParkReason reason) {
        try {
            if (begin != null && telemetry.follows(span)) {
                jobSinceStart().parkedSince(begin, reason);
            }
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }

    /**
     * The work has reached the thread it runs on by way of a queue that belongs to others.
     *
     * @param queue the name of that queue
     * @param since when it entered the queue; {@code null} if that was its start
     * @return whether this could be told: work with a job already has had its passage
     */
    public final boolean handedOver(String queue, String worker, PossiblePark since) {
        try (TellingLock telling = lock().hold()) {
            if (job != null || latestToldNanos != 0 || !telemetry.follows(span)) {
                return false;
            }
            job = since == null ? telemetry.enqueuedSinceStart(context(), trace, queue)
                    : telemetry.enqueuedAfterStart(context(), trace, queue, since.nanos());
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
            return false;
        }
        job.taken(worker);
        job.started();
        return true;
    }

    /** Tells what happens now; {@code event} gets its time in nanoseconds since the epoch. */
    final void tell(LongConsumer event) {
        if (!span.isRecording()) {
            return;
        }
        try (TellingLock telling = lock().hold()) {
            if (job == null) {
                long nanos = telemetry.clock().nanoTime();
                latestToldNanos = nanos;
                BrokenTelemetry.guard(() -> event.accept(trace.anchor(span, telemetry.clock()).epochNanosAt(nanos)));
                return;
            }
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
            return;
        }
        job.tell(event);
    }

    private JobRecording jobSinceStart() {
        JobRecording known = job;
        if (known != null) {
            return known;
        }
        try (TellingLock telling = lock().hold()) {
            if (job == null) {
                JobRecording recording = telemetry.runningSinceStart(context(), trace);
                if (latestToldNanos != 0) {
                    recording.toldUntil(latestToldNanos);
                }
                job = recording;
            }
            return job;
        }
    }

    /** Made when it is needed: most spans have nothing to tell but themselves. */
    private TellingLock lock() {
        TellingLock known = lock;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            if (lock == null) {
                lock = new TellingLock();
            }
            return lock;
        }
    }

    /** The queue did not accept the job: one that was never enqueued has no passage to tell. */
    final void rejectJob(JobRejectedException rejection) {
        JobRecording recording = job;
        if (recording != null) {
            telemetry.events().rejected(span, recording.enqueuedEpochNanos(), rejection);
            job = null;
        }
    }

    final void endSpan(boolean success) {
        JobRecording recording = job;
        if (recording == null) {
            span.end();
            return;
        }
        Completed completed = recording.complete(success);
        recording.writeAttributes(completed);
        // the very end the durations add up to
        span.end(recording.epochNanosAt(completed.completedNanos()), TimeUnit.NANOSECONDS);
    }
}
