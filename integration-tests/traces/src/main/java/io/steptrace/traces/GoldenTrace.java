package io.steptrace.traces;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * A trace as text that is the same for every run: a line per span, children indented below it in the order they began, events
 * marked with an asterisk.
 */
public final class GoldenTrace {

    private static final String INDENT = "  ";

    private final LocalTrace trace;
    private final StringBuilder text = new StringBuilder();

    private GoldenTrace(LocalTrace trace) {
        this.trace = trace;
    }

    /** Draws a trace; each line ends with a line feed. */
    public static String draw(LocalTrace trace) {
        GoldenTrace golden = new GoldenTrace(trace);
        trace.roots().forEach(root -> golden.span(root, ""));
        return golden.text.toString();
    }

    private void span(SpanData span, String indent) {
        line(indent, span.getKind() + " " + span.getName() + " " + span.getStatus().getStatusCode(), span.getAttributes());
        EventOrder.of(span.getEvents())
                .forEach(event -> line(indent + INDENT, "* " + event.getName(), event.getAttributes()));
        trace.childrenOf(span).forEach(child -> span(child, indent + INDENT));
    }

    private void line(String indent, String head, Attributes attributes) {
        Map<String, String> shown = new TreeMap<>();
        attributes.forEach((key, value) -> AttributeNormaliser.normalise(key.getKey(), value)
                .ifPresent(normal -> shown.put(key.getKey(), normal)));
        text.append(indent).append(head);
        if (!shown.isEmpty()) {
            text.append(shown.entrySet().stream().map(attribute -> attribute.getKey() + "=" + attribute.getValue())
                    .collect(Collectors.joining(", ", " {", "}")));
        }
        text.append('\n');
    }
}
