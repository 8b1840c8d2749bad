package io.steptrace.runtime.internal.export.encoding;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

/**
 * Writes a span as it stands in a request, in one pass. Best done where the span ends: there it is at hand still, whereas the
 * spans of a whole batch would have to be fetched from memory attribute by attribute.
 *
 * @see <a href="https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/trace/v1/trace.proto">the
 *      message</a>
 */
final class SpanEncoder {

    private static final int TRACE_ID = 1;
    private static final int SPAN_ID = 2;
    private static final int TRACE_STATE = 3;
    private static final int PARENT_SPAN_ID = 4;
    private static final int NAME = 5;
    private static final int KIND = 6;
    private static final int START = 7;
    private static final int END = 8;
    private static final int ATTRIBUTES = 9;
    private static final int DROPPED_ATTRIBUTES = 10;
    private static final int EVENTS = 11;
    private static final int DROPPED_EVENTS = 12;
    private static final int LINKS = 13;
    private static final int DROPPED_LINKS = 14;
    private static final int STATUS = 15;
    private static final int FLAGS = 16;

    private static final int EVENT_TIME = 1;
    private static final int EVENT_NAME = 2;
    private static final int EVENT_ATTRIBUTES = 3;
    private static final int EVENT_DROPPED_ATTRIBUTES = 4;

    private static final int LINK_ATTRIBUTES = 4;
    private static final int LINK_DROPPED_ATTRIBUTES = 5;
    private static final int LINK_FLAGS = 6;

    private static final int STATUS_MESSAGE = 2;
    private static final int STATUS_CODE = 3;

    /** Beside the flags of W3C: whether it is known that a context is remote, and whether it is. */
    private static final int KNOWS_REMOTE = 0x100;
    private static final int IS_REMOTE = 0x200;

    private final WireWriter to = new WireWriter();

    private SpanEncoder() {
    }

    static byte[] encoded(SpanData span) {
        SpanEncoder encoder = new SpanEncoder();
        encoder.write(span);
        return encoder.to.written();
    }

    private void write(SpanData span) {
        identity(span.getSpanContext());
        SpanContext parent = span.getParentSpanContext();
        if (parent.isValid()) {
            to.hex(PARENT_SPAN_ID, parent.getSpanId());
        }
        to.textIfAny(NAME, span.getName());
        to.number(KIND, 1 + span.getKind().ordinal());
        to.fixed64(START, span.getStartEpochNanos());
        to.fixed64(END, span.getEndEpochNanos());
        AttributeEncoder.write(span.getAttributes(), to, ATTRIBUTES);
        dropped(DROPPED_ATTRIBUTES, span.getTotalAttributeCount() - span.getAttributes().size());
        for (EventData event : span.getEvents()) {
            write(event);
        }
        dropped(DROPPED_EVENTS, span.getTotalRecordedEvents() - span.getEvents().size());
        for (LinkData link : span.getLinks()) {
            write(link);
        }
        dropped(DROPPED_LINKS, span.getTotalRecordedLinks() - span.getLinks().size());
        write(span.getStatus());
        flags(FLAGS, span.getSpanContext(), parent);
    }

    private void write(EventData event) {
        int message = to.begin(EVENTS);
        to.fixed64(EVENT_TIME, event.getEpochNanos());
        to.textIfAny(EVENT_NAME, event.getName());
        AttributeEncoder.write(event.getAttributes(), to, EVENT_ATTRIBUTES);
        dropped(EVENT_DROPPED_ATTRIBUTES, event.getTotalAttributeCount() - event.getAttributes().size());
        to.end(message);
    }

    private void write(LinkData link) {
        int message = to.begin(LINKS);
        identity(link.getSpanContext());
        AttributeEncoder.write(link.getAttributes(), to, LINK_ATTRIBUTES);
        dropped(LINK_DROPPED_ATTRIBUTES, link.getTotalAttributeCount() - link.getAttributes().size());
        flags(LINK_FLAGS, link.getSpanContext(), link.getSpanContext());
        to.end(message);
    }

    private void write(StatusData status) {
        int message = to.begin(STATUS);
        to.textIfAny(STATUS_MESSAGE, status.getDescription());
        if (status.getStatusCode() != StatusCode.UNSET) {
            to.number(STATUS_CODE, status.getStatusCode() == StatusCode.OK ? 1 : 2);
        }
        to.end(message);
    }

    /** The same fields in a span and in a link. */
    private void identity(SpanContext context) {
        to.hex(TRACE_ID, context.getTraceId());
        to.hex(SPAN_ID, context.getSpanId());
        TraceState state = context.getTraceState();
        if (!state.isEmpty()) {
            StringBuilder text = new StringBuilder();
            state.forEach((key, value) -> text.append(text.isEmpty() ? "" : ",").append(key).append('=').append(value));
            to.text(TRACE_STATE, text.toString());
        }
    }

    private void flags(int field, SpanContext context, SpanContext maybeRemote) {
        to.fixed32(field, context.getTraceFlags().asByte() & 0xFF | KNOWS_REMOTE | (maybeRemote.isRemote() ? IS_REMOTE : 0));
    }

    private void dropped(int field, int count) {
        if (count > 0) {
            to.number(field, count);
        }
    }
}
