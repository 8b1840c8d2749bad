package io.steptrace.runtime.internal.recording;

import io.opentelemetry.context.Context;
import io.steptrace.JobRejectedException;
import io.steptrace.runtime.internal.job.JobState.Started;
import io.steptrace.runtime.internal.job.JobState.Taken;
import io.steptrace.runtime.internal.job.JobTimeline;
import io.steptrace.runtime.internal.telemetry.RecordingLock;
import io.steptrace.runtime.internal.trace.LocalTrace;

/**
 * A job recorded on the span of its submitter, which may have many of them at a time.
 * <p>
 * Each fact is written when it happens, under a lock all tasks of the trace share: so the events of the span keep the order of
 * time. A promoted wait is a span without events for the same reason. The attributes are left out, because a span has one set
 * of them.
 */
public final class SubmitterSpanRecording implements TaskRecording {

    private final JobTelemetry telemetry;
    private final QueueEntry entry;
    private final WaitWriter waits;
    private final RecordingLock lock;
    private JobTimeline timeline;

    public SubmitterSpanRecording(JobTelemetry telemetry, Context submitter, LocalTrace trace, String queue) {
        this.telemetry = telemetry;
        this.entry = new QueueEntry(queue);
        this.waits = new WaitWriter(telemetry, submitter, trace, entry);
        this.lock = trace.recording();
    }

    @Override
    public void enqueued(int depth) {
        lock.record(() -> {
            entry.enqueued(depth);
            long enqueuedNanos = telemetry.clock().nanoTime();
            timeline = JobTimeline.enqueued(telemetry.clock(), enqueuedNanos);
            waits.enqueued(enqueuedNanos);
        });
    }

    @Override
    public void taken(String worker, int depth) {
        lock.record(() -> {
            entry.taken(worker, depth);
            Taken taken = timeline.take();
            if (taken != null) {
                waits.sharedQueueWait(taken.enqueuedNanos(), taken.takenNanos());
            }
        });
    }

    @Override
    public void started() {
        lock.record(() -> {
            Started started = timeline.start();
            if (started != null) {
                waits.beginsTask();
                waits.started(started);
            }
        });
    }

    @Override
    public void completed(boolean success) {
        lock.record(() -> {
            waits.ranTask(timeline.complete(), success);
        });
    }

    @Override
    public void rejected(JobRejectedException rejection) {
        lock.record(() -> telemetry.events().rejected(waits.span(), waits.anchor().epochNanosAt(telemetry.clock().nanoTime()),
                rejection));
    }
}
