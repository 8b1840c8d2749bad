package io.steptrace.runtime.internal.work;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.EventNames;
import io.steptrace.runtime.internal.telemetry.EventWriter;
import io.steptrace.runtime.internal.text.BoundedText;
import io.steptrace.runtime.internal.time.Millis;
import io.steptrace.runtime.internal.work.NeedPlace.Terms;

/** Writes what happens within a step or an effect beside its job: its attempts, needs and slots. */
public final class WorkEvents {

    private final EventWriter writer;

    public WorkEvents(EventWriter writer) {
        this.writer = writer;
    }

    void retry(Span span, long epochNanos, int attempt, String reason, long backoffNanos) {
        if (writer.isOn()) {
            writer.write(span, EventNames.RETRY, epochNanos, Attributes.of(AttributeKeys.ATTEMPT, (long) attempt,
                    AttributeKeys.REASON, BoundedText.name(reason), AttributeKeys.BACKOFF_MS, Millis.of(backoffNanos)));
        }
    }

    void attemptTimedOut(Span span, long epochNanos) {
        writer.write(span, EventNames.ATTEMPT_TIMED_OUT, epochNanos, Attributes.empty());
    }

    void attemptRefused(Span span, long epochNanos, String reason) {
        if (writer.isOn()) {
            writer.write(span, EventNames.ATTEMPT_REFUSED, epochNanos,
                    Attributes.of(AttributeKeys.REASON, BoundedText.name(reason)));
        }
    }

    void fallback(Span span, long epochNanos) {
        writer.write(span, EventNames.FALLBACK, epochNanos, Attributes.empty());
    }

    void stuck(Span span, long epochNanos, Attributes where) {
        writer.write(span, EventNames.JOB_STUCK, epochNanos, where);
    }

    void needRequested(Span span, long epochNanos, int effects, Terms terms) {
        if (writer.isOn()) {
            writer.write(span, EventNames.NEED_REQUESTED, epochNanos, Attributes.of(AttributeKeys.NEED_EFFECTS, (long) effects,
                    AttributeKeys.NEED_MODE, terms.mode(), AttributeKeys.NEED_JOIN, terms.join()));
        }
    }

    void needJoined(Span span, long epochNanos, int completed, int failed, long durationNanos) {
        if (writer.isOn()) {
            writer.write(span, EventNames.NEED_JOIN, epochNanos, Attributes.of(AttributeKeys.NEED_COMPLETED, (long) completed,
                    AttributeKeys.NEED_FAILED, (long) failed, AttributeKeys.NEED_DURATION_MS, Millis.of(durationNanos)));
        }
    }

    void slotWritten(Span span, long epochNanos, String slot, long sizeBytes) {
        if (writer.isOn()) {
            writer.write(span, EventNames.SLOT_WRITE, epochNanos,
                    sizeBytes < 0 ? Attributes.of(AttributeKeys.SLOT, BoundedText.name(slot))
                            : Attributes.of(AttributeKeys.SLOT, BoundedText.name(slot), AttributeKeys.SIZE_BYTES, sizeBytes));
        }
    }
}
