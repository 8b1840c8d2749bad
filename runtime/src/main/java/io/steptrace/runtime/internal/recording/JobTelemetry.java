package io.steptrace.runtime.internal.recording;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.promotion.PromotionPolicy;
import io.steptrace.runtime.internal.telemetry.EventWriter;
import io.steptrace.runtime.internal.telemetry.Measurements;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.trace.LocalTrace;

/** How jobs are told: the clock they are measured with, the events they write and the waits that are promoted. */
public final class JobTelemetry {

    private final Clock clock;
    private final JobEvents events;
    private final EventWriter writer;
    private final PromotionPolicy promotion;
    private final PromotedSpans promotedSpans;
    private final Measurements measurements;

    public JobTelemetry(Tracer tracer, Clock clock, EventWriter writer, PromotionPolicy promotion, Measurements measurements) {
        this.clock = clock;
        this.events = new JobEvents(writer);
        this.writer = writer;
        this.promotion = promotion;
        this.promotedSpans = new PromotedSpans(tracer, events);
        this.measurements = measurements;
    }

    private JobTelemetry(JobTelemetry original, Measurements measurements) {
        this.clock = original.clock;
        this.events = original.events;
        this.writer = original.writer;
        this.promotion = original.promotion;
        this.promotedSpans = original.promotedSpans;
        this.measurements = measurements;
    }

    /** Tells alike, but measures nothing: for jobs that somebody else measures. */
    public JobTelemetry unmeasured() {
        return new JobTelemetry(this, Measurements.OFF);
    }

    public Measurements measurements() {
        return measurements;
    }

    /** Whether anybody wants to know of work with this span: who measures wants to know of all. */
    public boolean follows(Span span) {
        return span.isRecording() || measurements.areOn();
    }

    public Clock clock() {
        return clock;
    }

    public JobEvents events() {
        return events;
    }

    /** Through which all events go. */
    public EventWriter writer() {
        return writer;
    }

    PromotionPolicy promotion() {
        return promotion;
    }

    PromotedSpans promotedSpans() {
        return promotedSpans;
    }

    /** Begins the record of work that waits in a queue from {@code enqueuedNanos} on, told on the span of {@code context}. */
    public JobRecording enqueued(Context context, LocalTrace trace, String queue, long enqueuedNanos) {
        return JobRecording.enqueued(this, context, trace, queue, enqueuedNanos, enqueuedNanos);
    }

    /** Begins the record of work that went through no queue and has been running since its span, a recording one, started. */
    public JobRecording runningSinceStart(Context context, LocalTrace trace) {
        Span span = Span.fromContext(context);
        return JobRecording.running(this, context, trace, startNanos(span, trace));
    }

    /** Begins the record of work that has waited in a queue since its span, a recording one, started. */
    public JobRecording enqueuedSinceStart(Context context, LocalTrace trace, String queue) {
        return enqueued(context, trace, queue, startNanos(Span.fromContext(context), trace));
    }

    /** Begins the record of work that entered a queue only some time after its span, a recording one, had started. */
    public JobRecording enqueuedAfterStart(Context context, LocalTrace trace, String queue, long enqueuedNanos) {
        long startNanos = startNanos(Span.fromContext(context), trace);
        return JobRecording.enqueued(this, context, trace, queue, startNanos, enqueuedNanos);
    }

    /** When a span started, on the monotonic clock. */
    public long startNanos(Span span, LocalTrace trace) {
        return span instanceof ReadableSpan readable
                ? trace.anchor(span, clock).nanoTimeAt(trace.startEpochNanos(readable, clock))
                : clock.nanoTime();
    }
}
