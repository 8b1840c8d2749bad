package io.steptrace.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.traces.LocalTrace;

/** The bare tree of a trace: a line per span, children indented below it in the order they began. */
final class Outline {

    private final LocalTrace trace;
    private final StringBuilder text = new StringBuilder();

    private Outline(LocalTrace trace) {
        this.trace = trace;
    }

    /**
     * Asserts that a trace has exactly these spans. Named are the kind, unless it is internal, and the status, if there is one.
     */
    static void assertShows(LocalTrace trace, String expected) {
        Outline outline = new Outline(trace);
        Set<String> known = trace.spans().stream().map(SpanData::getSpanId).collect(Collectors.toSet());
        trace.spans().stream().filter(span -> !known.contains(span.getParentSpanId())).forEach(root -> outline.span(root, ""));
        assertThat(outline.text.toString()).isEqualTo(expected);
    }

    private void span(SpanData span, String indent) {
        text.append(indent);
        if (span.getKind() != SpanKind.INTERNAL) {
            text.append(span.getKind()).append(' ');
        }
        text.append(span.getName());
        if (span.getStatus().getStatusCode() != StatusCode.UNSET) {
            text.append(" [").append(span.getStatus().getStatusCode()).append(']');
        }
        text.append('\n');
        trace.childrenOf(span).forEach(child -> span(child, indent + "  "));
    }
}
