package io.steptrace.runtime.internal.work;

import java.util.List;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;

/**
 * Messages that are processed as one. Each comes from a trace of its own, so their processing begins a new one, with links to
 * theirs, as the semantic conventions for messaging ask.
 *
 * @param size how many messages it holds
 * @param arrivals the spans of their arrival, of as many as are linked to
 */
public record MessageBatch(int size, List<SpanContext> arrivals) {

    /** What an SDK takes for one span, unless it is configured otherwise. */
    public static final int MAX_LINKS = 128;

    void describe(SpanBuilder span) {
        span.setAttribute(AttributeKeys.MESSAGING_BATCH_MESSAGE_COUNT, (long) size);
        arrivals.forEach(span::addLink);
    }
}
