package io.steptrace.runtime.internal.work;

import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.failure.ErrorRules;
import io.steptrace.runtime.internal.failure.FailureWriter;
import io.steptrace.runtime.internal.recording.JobRecording;
import io.steptrace.runtime.internal.recording.JobTelemetry;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.telemetry.Measurements;
import io.steptrace.runtime.internal.telemetry.Outcome;
import io.steptrace.runtime.internal.time.EpochAnchor;
import io.steptrace.runtime.internal.trace.LocalTrace;
import io.steptrace.runtime.internal.trace.LocalTraces;

/** Starts and ends the spans of steps and effects; thread-safe. */
public final class WorkTracer {

    private final Tracer tracer;
    private final LocalTraces traces;
    private final JobTelemetry jobs;
    private final WorkEvents events;
    private final FailureWriter failures;

    public WorkTracer(Tracer tracer, LocalTraces traces, JobTelemetry jobs, ErrorRules errors) {
        this.tracer = tracer;
        this.traces = traces;
        this.jobs = jobs;
        this.events = new WorkEvents(jobs.writer());
        this.failures = new FailureWriter(errors);
    }

    JobTelemetry jobs() {
        return jobs;
    }

    WorkEvents events() {
        return events;
    }

    /**
     * Whether starting work below this parent would be in vain: nothing will be recorded, because the local parent was not
     * sampled and samplers do not take up a trace in its middle, and nothing is measured.
     */
    public boolean skips(Context parent) {
        return !jobs.measurements().areOn() && isUnrecorded(parent);
    }

    private static boolean isUnrecorded(Context parent) {
        Span span = Span.fromContext(parent);
        SpanContext context = span.getSpanContext();
        return context.isValid() && !context.isSampled() && !context.isRemote() && !span.isRecording();
    }

    /**
     * Starts the span of a call that runs on its caller.
     *
     * @return the running work, whose context may do no more than keep children from being sampled; {@code null} if there can
     *         be no span because telemetry is broken
     */
    public Work start(WorkDefinition definition, Context parent, Object[] arguments) {
        try {
            LocalTrace trace = traces.of(parent);
            SpanBuilder builder = builder(definition, parent, arguments);
            if (isLocalRecording(Span.fromContext(parent))) {
                return startBelow(definition, trace, parent, builder);
            }
            MessageArrival arrival = MessageArrival.claim(definition, parent);
            return arrival == null ? begin(definition, trace, parent, builder)
                    : beginArrived(definition, trace, parent, arrival, builder);
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
            return null;
        }
    }

    /**
     * Starts the span of a call that is about to be enqueued, and the record of its job.
     *
     * @return as {@link #start} does
     */
    public Work startQueued(WorkDefinition definition, Context parent, String queue, Object[] arguments) {
        try {
            LocalTrace trace = traces.of(parent);
            SpanBuilder builder = builder(definition, parent, arguments);
            return isLocalRecording(Span.fromContext(parent)) ? enqueueBelow(definition, trace, parent, queue, builder)
                    : enqueueAsRoot(definition, trace, parent, queue, builder);
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
            return null;
        }
    }

    /** Where the clock of the trace is known, one reading of it is the beginning of the span and of what is measured. */
    private Work startBelow(WorkDefinition definition, LocalTrace trace, Context parent, SpanBuilder builder) {
        EpochAnchor anchor = trace.knownAnchor();
        return anchor == null ? begin(definition, trace, parent, builder)
                : beginAt(jobs.clock().nanoTime(), anchor, definition, trace, parent, builder);
    }

    private Work enqueueBelow(WorkDefinition definition, LocalTrace trace, Context parent, String queue, SpanBuilder builder) {
        EpochAnchor anchor = trace.anchor(Span.fromContext(parent), jobs.clock());
        long enqueuedNanos = jobs.clock().nanoTime();
        Work work = beginAt(enqueuedNanos, anchor, definition, trace, parent, builder);
        try {
            work.late().enqueue(queue, enqueuedNanos);
        } catch (Throwable e) {
            // without a job: only the work ends its span
            BrokenTelemetry.note(e);
        }
        return work;
    }

    /** The clock of the trace begins with the span itself: its start is read back, because it cannot be given. */
    private Work enqueueAsRoot(WorkDefinition definition, LocalTrace trace, Context parent, String queue,
            SpanBuilder builder) {
        Work work = begin(definition, trace, parent, builder);
        try {
            if (jobs.follows(work.span)) {
                work.late().enqueue(queue, trace.startNanos(work.span, jobs.clock()));
            }
        } catch (Throwable e) {
            // without a job: only the work ends its span
            BrokenTelemetry.note(e);
        }
        return work;
    }

    private Work beginArrived(WorkDefinition definition, LocalTrace trace, Context parent, MessageArrival arrival,
            SpanBuilder builder) {
        arrival.describe(builder);
        Work work = begin(definition, trace, parent, builder);
        BrokenTelemetry.guard(() -> {
            if (work.span.isRecording()) {
                work.late().arrived(arrival.queue(), arrival.waitNanos());
            }
        });
        return work;
    }

    private Work beginAt(long nanos, EpochAnchor anchor, WorkDefinition definition, LocalTrace trace, Context parent,
            SpanBuilder builder) {
        builder.setStartTimestamp(anchor.epochNanosAt(nanos), TimeUnit.NANOSECONDS);
        return begin(definition, trace, parent, builder.startSpan(), nanos, anchor);
    }

    private Work begin(WorkDefinition definition, LocalTrace trace, Context parent, SpanBuilder builder) {
        long nanos = jobs.measurements().areOn() ? jobs.clock().nanoTime() : 0;
        return begin(definition, trace, parent, builder.startSpan(), nanos, null);
    }

    private Work begin(WorkDefinition definition, LocalTrace trace, Context parent, Span span, long nanos,
            EpochAnchor anchor) {
        try {
            if (!span.isRecording()) {
                return new Work(this, definition, trace, parent, span, null, nanos, null);
            }
            NeedPlace place = NeedPlace.in(parent);
            definition.writePlace(span, trace, place);
            return new Work(this, definition, trace, parent, span, place, nanos, anchor);
        } catch (Throwable e) {
            // the call goes on without it, and nothing else would end it
            span.end();
            throw e;
        }
    }

    /**
     * Writes how the work ended, and ends its span; called once.
     *
     * @param isHere whether all of its code has run on this thread, up to now
     */
    void end(Work work, boolean isHere, Outcome outcome, Object result, Throwable failure) {
        try {
            long nanos = jobs.clock().nanoTime();
            if (isHere) {
                WorkRuns.ends(work, nanos);
            }
            writeEnd(work, nanos, outcome, result, failure);
            // a failure has become an event meanwhile, and a span ends after its events
            endSpan(work, failure == null ? nanos : jobs.clock().nanoTime(), outcome.isSuccess());
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
            // better than never exported; a span that has ended ignores this
            BrokenTelemetry.guard(work.span::end);
        }
    }

    /** With a job, at the very instant its durations add up to. */
    private static void endSpan(Work work, long nanos, boolean success) {
        JobRecording job = work.job();
        if (job != null) {
            work.span.end(job.complete(nanos, success), TimeUnit.NANOSECONDS);
        } else if (work.anchor != null) {
            work.span.end(work.anchor.epochNanosAt(nanos), TimeUnit.NANOSECONDS);
        } else {
            work.span.end();
        }
    }

    /** What goes wrong with it must not cost the end. */
    private void writeEnd(Work work, long nanos, Outcome outcome, Object result, Throwable failure) {
        try {
            WorkDefinition definition = work.definition;
            Measurements measurements = jobs.measurements();
            definition.writeOutcome(work.span, outcome);
            if (failure != null) {
                failures.write(work.span, definition.declaredErrors(), work.trace.failures(),
                        definition.isRequired(work.place), failure);
            } else if (outcome.isSuccess() && !work.hasRendered) {
                definition.writeResult(work.span, measurements, result);
            }
            if (measurements.areOn()) {
                definition.measure(measurements, nanos - work.startedNanos, outcome, work.place, work.context());
            }
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }

    private SpanBuilder builder(WorkDefinition definition, Context parent, Object[] arguments) {
        SpanBuilder builder = tracer.spanBuilder(definition.spanName()).setParent(parent);
        definition.writeStart(builder, arguments);
        return builder;
    }

    private static boolean isLocalRecording(Span span) {
        return span.isRecording() && !span.getSpanContext().isRemote();
    }
}
