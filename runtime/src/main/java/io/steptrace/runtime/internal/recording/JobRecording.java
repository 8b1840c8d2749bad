package io.steptrace.runtime.internal.recording;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

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
import io.steptrace.runtime.internal.telemetry.RecordingLock;
import io.steptrace.runtime.internal.trace.LocalTrace;

/**
 * One job and its recording: measures its life and writes each fact as soon as it is certain where it belongs, on the job's
 * span or on a promoted child. Thread-safe; what goes wrong with a fact is noted, and none of the job's business.
 * <p>
 * A wait is written when it ends, because only then is it known whether it is promoted; overlapping waits are written together.
 * That keeps the events of a span in the order of their timestamps. The lock spans measuring and writing for the same reason.
 */
public final class JobRecording {

    /** For a queue that does not report how many jobs wait. */
    public static final int UNKNOWN_DEPTH = QueueEntry.UNKNOWN;

    /** Other facts held back while the job is parked. */
    private static final int MAX_HELD_FACTS = 32;

    private final JobTelemetry telemetry;
    private final JobTimeline timeline;
    private final QueueEntry entry;
    private final WaitWriter waits;
    private final EventSequence held;
    private final RecordingLock lock;
    private boolean isQueueWaitWritten;

    private JobRecording(JobTelemetry telemetry, Context context, LocalTrace trace, JobTimeline timeline,
            long beginNanos, QueueEntry entry, RecordingLock lock) {
        this.telemetry = telemetry;
        this.timeline = timeline;
        this.entry = entry;
        this.waits = new WaitWriter(telemetry, context, trace, entry);
        this.held = new EventSequence(waits.anchor(), beginNanos);
        this.lock = lock;
    }

    /**
     * Begins the recording of work that waits in a queue, on the span of {@code context}.
     *
     * @param startNanos when the work began; it was active until {@code enqueuedNanos}, when it came to wait
     * @param lock held while facts are written
     */
    public static JobRecording enqueued(JobTelemetry telemetry, Context context, LocalTrace trace, String queue,
            long startNanos, long enqueuedNanos, RecordingLock lock) {
        return new JobRecording(telemetry, context, trace, JobTimeline.enqueued(telemetry.clock(), startNanos, enqueuedNanos),
                enqueuedNanos, new QueueEntry(queue), lock);
    }

    /** Begins the recording of work that went through no queue and has been running since {@code startNanos}. */
    public static JobRecording running(JobTelemetry telemetry, Context context, LocalTrace trace, long startNanos,
            RecordingLock lock) {
        return new JobRecording(telemetry, context, trace, JobTimeline.running(telemetry.clock(), startNanos), startNanos, null,
                lock);
    }

    /** The queue has accepted the job, which now waits among {@code depth} jobs; before any other thread knows of it. */
    public void enqueued(int depth) {
        entry.enqueued(depth);
    }

    /** A worker begins with the job and leaves {@code depth} jobs waiting. */
    public void taken(String worker, int depth) {
        takenAt(telemetry.clock().nanoTime(), worker, depth);
    }

    /**
     * As {@link #taken}, at an instant the caller has read.
     *
     * @param depth {@link #UNKNOWN_DEPTH} for an external queue, which does not report it
     */
    public void takenAt(long nanos, String worker, int depth) {
        try (RecordingLock recording = lock.hold()) {
            Taken taken = timeline.takeAt(nanos);
            entry.taken(worker, depth);
            // at once: code that runs before the job is started may write to the same span
            if (taken != null) {
                writeQueueWait(taken.enqueuedNanos(), taken.takenNanos(), true);
            }
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }

    /** Contexts are active and the application's code begins. */
    public void started() {
        try (RecordingLock recording = lock.hold()) {
            Started started = timeline.start();
            if (started != null) {
                held.writtenUntil(started.startedNanos());
                waits.started(started);
            }
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }

    /**
     * The job begins to wait.
     *
     * @return what ends the wait; running it twice is harmless
     */
    public Runnable park(ParkReason reason) {
        OpenPark park = timeline.park(reason);
        return () -> resumed(park::resume);
    }

    /** As {@link JobTimeline#mayPark}. */
    public PossiblePark mayPark() {
        return timeline.mayPark();
    }

    /** What began as a possible wait has been one, and ends now. */
    public void parkedSince(PossiblePark begin, ParkReason reason) {
        resumed(() -> timeline.parkedSince(begin, reason));
    }

    /** Without an episode while another wait goes on: what happens meanwhile is held back until that is over. */
    private void resumed(Supplier<List<ParkEpisode>> end) {
        lock.record(() -> {
            List<ParkEpisode> episodes = end.get();
            if (!episodes.isEmpty()) {
                waits.parks(episodes, held);
            }
        });
    }

    /**
     * Something else happens now; {@code event} gets its time in nanoseconds since the epoch, once it can be written in order.
     */
    public void event(LongConsumer event) {
        lock.record(() -> {
            held.add(telemetry.clock().nanoTime(), event);
            if (!timeline.isParked() || held.size() > MAX_HELD_FACTS) {
                held.write();
            }
        });
    }

    /** Facts up to this instant have been written; before any other thread knows of this job. */
    public void writtenUntil(long nanos) {
        held.writtenUntil(nanos);
    }

    /** When its code began, in nanoseconds since the epoch; 0 if it has not. */
    public long startedEpochNanos() {
        return timeline.state() instanceof Started started ? waits.anchor().epochNanosAt(started.startedNanos()) : 0;
    }

    /** When the job came to its queue, in nanoseconds since the epoch. */
    public long enqueuedEpochNanos() {
        return waits.anchor().epochNanosAt(timeline.state().enqueuedNanos());
    }

    /**
     * The job is over, and what is still held back is written, with the durations as attributes.
     *
     * @param nanos when that was, as the caller has read the clock; not before the latest fact
     * @return its end in nanoseconds since the epoch, to which the durations add up
     */
    public long complete(long nanos, boolean success) {
        try (RecordingLock recording = lock.hold()) {
            Completed job = timeline.completeAt(nanos);
            writeLastEvents(job, success);
            waits.attributes(job);
            return waits.anchor().epochNanosAt(job.completedNanos());
        }
    }

    /** A broken event must not cost the durations. */
    private void writeLastEvents(Completed job, boolean success) {
        try {
            if (entry != null && !isQueueWaitWritten) {
                writeQueueWait(job.enqueuedNanos(), job.takenNanos(), job.wasTaken());
            }
            waits.parks(job.lastParks(), held);
            waits.completed(job, success);
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }

    private void writeQueueWait(long enqueuedNanos, long endNanos, boolean wasTaken) {
        isQueueWaitWritten = true;
        waits.queueWait(enqueuedNanos, endNanos, wasTaken);
    }
}
