package io.steptrace.dev.answer;

import java.util.List;
import java.util.Map;

/**
 * One span of a trace; its instants count from the begin of the trace.
 *
 * @param parentId null if the parent is not among the spans
 * @param depth below its root
 * @param kind such as {@code server}
 * @param status empty, or what it failed with
 * @param detected whether it is a wait that no code has marked
 * @param stretches cover it without overlap, in their order
 * @param stack of a detected wait, the frames of the application first
 * @param place the code it stands for; null if unknown
 */
public record SpanRow(String spanId, String parentId, int depth, String name, String kind, boolean error, String status,
        long beginNanos, long endNanos, boolean detected, List<SpanStretch> stretches, Map<String, String> attributes,
        List<SpanEvent> events, List<String> stack, Place place) {
}
