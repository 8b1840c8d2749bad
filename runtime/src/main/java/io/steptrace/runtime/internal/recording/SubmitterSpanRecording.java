package io.steptrace.runtime.internal.recording;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.steptrace.JobRejectedException;
import io.steptrace.runtime.internal.job.JobState.Completed;
import io.steptrace.runtime.internal.job.JobState.Started;
import io.steptrace.runtime.internal.job.JobState.Taken;
import io.steptrace.runtime.internal.job.JobTimeline;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.telemetry.TellingLock;
import io.steptrace.runtime.internal.time.EpochAnchor;
import io.steptrace.runtime.internal.trace.LocalTrace;

/**
 * A job told on the span of its submitter, which may have many of them at a time.
 * <p>
 * Each fact is told when it happens, under a lock all tasks of the trace share: so the events of the span keep the order of
 * time. A promoted wait is a span without events for the same reason. The attributes are left out, because a span
 * has one set of them.
 */
public final class SubmitterSpanRecording implements TaskRecording {

    private final JobTelemetry jobs;
    private final Context submitter;
    private final Span span;
    private final LocalTrace trace;
    private final EpochAnchor anchor;
    private final QueueEntry entry;
    private final JobMeasures measures;
    private JobTimeline timeline;
    private boolean promoted;

    public SubmitterSpanRecording(JobTelemetry jobs, Context submitter, LocalTrace trace, String queue) {
        this.jobs = jobs;
        this.submitter = submitter;
        this.span = Span.fromContext(submitter);
        this.trace = trace;
        this.anchor = trace.anchor(span, jobs.clock());
        this.entry = new QueueEntry(queue);
        this.measures = JobMeasures.of(jobs.measurements(), submitter, queue);
    }

    @Override
    public void enqueued(int depth) {
        tell(() -> {
            entry.enqueued(depth);
            timeline = JobTimeline.enqueued(jobs.clock(), jobs.clock().nanoTime());
            jobs.events().enqueued(span, at(timeline.state().enqueuedNanos()), entry);
        });
    }

    @Override
    public void taken(String worker, int depth) {
        tell(() -> {
            entry.taken(worker, depth);
            timeline.take();
            if (timeline.state() instanceof Taken taken) {
                measures.queueWait(taken.takenNanos() - taken.enqueuedNanos());
                jobs.events().taken(span, at(taken.takenNanos()), entry);
                promote(taken);
            }
        });
    }

    @Override
    public void started() {
        tell(() -> {
            timeline.start();
            if (timeline.state() instanceof Started started) {
                measures.dispatch(started.startedNanos() - started.takenNanos());
                jobs.events().started(span, at(started.startedNanos()));
            }
        });
    }

    @Override
    public void completed(boolean success) {
        tell(() -> {
            Completed job = timeline.complete();
            measures.completed(job, promoted);
            jobs.events().completed(span, job, anchor, success);
        });
    }

    @Override
    public void rejected(JobRejectedException rejection) {
        tell(() -> jobs.events().rejected(span, at(jobs.clock().nanoTime()), rejection));
    }

    /** A span that has ended has no room for a child: nobody waited for the task. */
    private void promote(Taken taken) {
        if (span.isRecording()
                && jobs.promotion().promotesQueueWait(taken.takenNanos() - taken.enqueuedNanos(), trace::route)) {
            promoted = true;
            jobs.promotedSpans().queueWaitToldElsewhere(submitter, entry, anchor, taken.enqueuedNanos(), taken.takenNanos());
        }
    }

    private long at(long nanos) {
        return anchor.epochNanosAt(nanos);
    }

    private void tell(Runnable fact) {
        try (TellingLock telling = trace.telling().hold()) {
            fact.run();
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }
}
