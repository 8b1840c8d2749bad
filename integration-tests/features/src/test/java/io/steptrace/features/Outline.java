package io.steptrace.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.test.Trace;

/**
 * The bare tree of a trace: a line per span, children indented below it in the order they began. A line names the kind, unless
 * that is internal; the status, unless that is unset; and the exceptions.
 */
public final class Outline {

    private static final AttributeKey<String> EXCEPTION = AttributeKey.stringKey("exception.type");

    private final Trace trace;
    private final StringBuilder text = new StringBuilder();

    private Outline(Trace trace) {
        this.trace = trace;
    }

    /** Asserts that a trace has these spans and no other. */
    public static void assertShows(Trace trace, String expected) {
        Outline outline = new Outline(trace);
        Set<String> known = trace.spans().stream().map(SpanData::getSpanId).collect(Collectors.toSet());
        trace.spans().stream().filter(span -> !known.contains(span.getParentSpanId())).forEach(root -> outline.span(root, ""));
        assertThat(outline.text.toString()).isEqualTo(expected);
    }

    /** Asserts the same of the part of a trace that begins with its only span of that name. */
    static void assertShowsFrom(String name, Trace trace, String expected) {
        Outline outline = new Outline(trace);
        outline.span(trace.only(name), "");
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
        span.getEvents().stream().map(event -> event.getAttributes().get(EXCEPTION)).filter(Objects::nonNull)
                .forEach(type -> text.append(" ! ").append(type.substring(type.lastIndexOf('.') + 1)));
        text.append('\n');
        trace.childrenOf(span).forEach(child -> span(child, indent + "  "));
    }
}
