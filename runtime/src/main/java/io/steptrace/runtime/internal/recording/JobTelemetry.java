package io.steptrace.runtime.internal.recording;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.steptrace.runtime.internal.promotion.PromotionPolicy;
import io.steptrace.runtime.internal.telemetry.EventWriter;
import io.steptrace.runtime.internal.telemetry.Measurements;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.trace.ledger.LongRuns;

/** How jobs are recorded: the clock they are measured with, the events they write and the waits that are promoted. */
public final class JobTelemetry {

    private final Clock clock;
    private final EventWriter writer;
    private final JobEvents events;
    private final PromotionPolicy promotion;
    private final PromotedSpans promotedSpans;
    private final Measurements measurements;
    private final LongRuns longRuns;
    private final JobTelemetry unmeasured;

    /** @param longRuns where runs are remembered in which waits may be found */
    public JobTelemetry(Tracer tracer, Clock clock, EventWriter writer, PromotionPolicy promotion, Measurements measurements,
            LongRuns longRuns) {
        this.clock = clock;
        this.writer = writer;
        this.events = new JobEvents(writer);
        this.promotion = promotion;
        this.promotedSpans = new PromotedSpans(tracer, events);
        this.measurements = measurements;
        this.longRuns = longRuns;
        this.unmeasured = measurements.areOn()
                ? new JobTelemetry(tracer, clock, writer, promotion, Measurements.OFF, longRuns)
                : this;
    }

    /** Records alike, but measures nothing: for jobs that are measured where they come from. */
    public JobTelemetry unmeasured() {
        return unmeasured;
    }

    public Measurements measurements() {
        return measurements;
    }

    /** Whether work with this span is recorded or measured: measurements are of all work, sampled or not. */
    public boolean follows(Span span) {
        return span.isRecording() || measurements.areOn();
    }

    /** Where runs are remembered in which waits may be found. */
    public LongRuns longRuns() {
        return longRuns;
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
}
