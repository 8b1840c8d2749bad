package io.steptrace.dev.answer;

import java.util.Map;

/**
 * An event of a span.
 *
 * @param atNanos since the begin of the trace
 */
public record SpanEvent(String name, long atNanos, Map<String, String> attributes) {
}
