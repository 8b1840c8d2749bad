package io.steptrace.runtime.internal.work;

import java.util.function.LongConsumer;

import io.steptrace.JobRejectedException;
import io.steptrace.runtime.internal.job.ParkReason;
import io.steptrace.runtime.internal.job.PossiblePark;
import io.steptrace.runtime.internal.recording.JobRecording;
import io.steptrace.runtime.internal.recording.JobTelemetry;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.telemetry.EventWriter;
import io.steptrace.runtime.internal.telemetry.RecordingLock;

/**
 * What a work has as soon as there is more to record of it than its span: events in their order, and a job once it is queued,
 * handed over or parked. Thread-safe.
 */
final class LateJob {

    static final int MAX_RETRY_EVENTS = EventWriter.MAX_OF_ONE_KIND;

    private final Work work;
    private final JobTelemetry telemetry;
    /** Held while facts are written, by the recording of the job as well. */
    private final RecordingLock lock = new RecordingLock();
    private volatile JobRecording recording;
    private long latestEventNanos;
    private int retryEvents;

    LateJob(Work work, JobTelemetry telemetry) {
        this.work = work;
        this.telemetry = telemetry;
    }

    /** The recording of the job; {@code null} as long as the work has neither been queued nor parked. */
    JobRecording recording() {
        return recording;
    }

    /** The work waits in a queue from {@code enqueuedNanos} on. */
    void enqueue(String queue, long enqueuedNanos) {
        recording = enqueued(telemetry, queue, enqueuedNanos, enqueuedNanos);
    }

    /** The work begins after its start, if it is recorded, had been spent waiting this long in an external queue. */
    void arrived(String queue, long waitNanos) {
        long startNanos = startNanos();
        // where the message arrived its wait was measured, whether or not there is a step
        JobRecording arrived = enqueued(telemetry.unmeasured(), queue, startNanos, startNanos);
        arrived.takenAt(startNanos + waitNanos, Thread.currentThread().getName(), JobRecording.UNKNOWN_DEPTH);
        arrived.started();
        recording = arrived;
    }

    /**
     * The work has reached this thread by way of an external queue.
     *
     * @param since when it entered the queue; {@code null} if that was its start
     * @return whether this could be recorded: work with a job already has had its passage
     */
    boolean handedOver(String queue, String worker, PossiblePark since) {
        try (RecordingLock held = lock.hold()) {
            if (recording != null || latestEventNanos != 0) {
                return false;
            }
            long startNanos = startNanos();
            recording = enqueued(telemetry, queue, startNanos, since == null ? startNanos : since.nanos());
            recording.taken(worker, JobRecording.UNKNOWN_DEPTH);
            recording.started();
            return true;
        }
    }

    /** The recording of a job that, if there was none, has been running since the start of the work. */
    JobRecording sinceStart() {
        JobRecording known = recording;
        if (known != null) {
            return known;
        }
        try (RecordingLock held = lock.hold()) {
            if (recording == null) {
                JobRecording running = JobRecording.running(telemetry, work.context(), work.trace, startNanos(), lock);
                if (latestEventNanos != 0) {
                    running.writtenUntil(latestEventNanos);
                }
                recording = running;
            }
            return recording;
        }
    }

    /** As {@link Work#parkedSince}, unless the span has ended meanwhile and nothing is measured. */
    void parkedSince(PossiblePark begin, ParkReason reason) {
        if (telemetry.follows(work.span)) {
            sinceStart().parkedSince(begin, reason);
        }
    }

    /** Something happens now; {@code event} gets its time in nanoseconds since the epoch. */
    void event(LongConsumer event) {
        try (RecordingLock held = lock.hold()) {
            if (recording != null) {
                recording.event(event);
                return;
            }
            long nanos = telemetry.clock().nanoTime();
            latestEventNanos = nanos;
            BrokenTelemetry.guard(
                    () -> event.accept(work.trace.anchor(work.span, telemetry.clock()).epochNanosAt(nanos)));
        }
    }

    /** Whether there is room for another retry among the events; then it is counted as one. */
    boolean takesRetry() {
        try (RecordingLock held = lock.hold()) {
            boolean isOneMore = retryEvents < MAX_RETRY_EVENTS;
            retryEvents += isOneMore ? 1 : 0;
            return isOneMore;
        }
    }

    /** The queue did not accept the work: a job that was never enqueued has no passage. */
    void reject(JobRejectedException rejection) {
        try (RecordingLock held = lock.hold()) {
            if (recording != null) {
                telemetry.events().rejected(work.span, recording.enqueuedEpochNanos(), rejection);
                recording = null;
            }
        }
    }

    private JobRecording enqueued(JobTelemetry by, String queue, long startNanos, long enqueuedNanos) {
        return JobRecording.enqueued(by, work.context(), work.trace, queue, startNanos, enqueuedNanos, lock);
    }

    private long startNanos() {
        return work.trace.startNanos(work.span, telemetry.clock());
    }
}
