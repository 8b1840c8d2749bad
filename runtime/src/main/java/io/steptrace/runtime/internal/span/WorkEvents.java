package io.steptrace.runtime.internal.span;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;

/** Words what happens within a step or an effect beside its job: retries, needs and slots. */
final class WorkEvents {

    private static final String PREFIX = "steptrace.";
    private static final String RETRY = PREFIX + "retry";

    private final EventWriter writer;

    WorkEvents(EventWriter writer) {
        this.writer = writer;
    }

    void retry(Span span, long epochNanos, int attempt, String reason, double backoffMillis) {
        if (writer.isOn()) {
            writer.write(span, RETRY, epochNanos, Attributes.of(AttributeKeys.ATTEMPT, (long) attempt,
                    AttributeKeys.REASON, reason, AttributeKeys.BACKOFF_MS, backoffMillis));
        }
    }
}
