package io.steptrace.runtime.internal.stuck;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.telemetry.EventNames;
import io.steptrace.runtime.internal.telemetry.EventWriter;
import io.steptrace.runtime.internal.telemetry.SpanStart;

/** Writes where work stands that is stuck, on its innermost span and on its root; thread-safe. */
final class StuckEvents {

    private final EventWriter writer;

    StuckEvents(EventWriter writer) {
        this.writer = writer;
    }

    void write(Sighting sighting, Standing standing) {
        if (!writer.isOn()) {
            return;
        }
        Attributes where = standing.attributes();
        if (sighting.work() != null) {
            sighting.work().stuck(where);
        } else if (sighting.innermost() != null) {
            write(sighting.innermost(), where);
        }
        if (sighting.subject() != sighting.innermost()) {
            write(sighting.subject(), where);
        }
    }

    private void write(ReadableSpan span, Attributes where) {
        // by the clock of the span, which the wall clock may have left
        writer.write((Span) span, EventNames.JOB_STUCK, SpanStart.epochNanos(span) + span.getLatencyNanos(), where);
    }
}
