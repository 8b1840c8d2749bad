package io.steptrace.test.internal.otlp;

import java.util.HexFormat;
import java.util.List;

import com.google.protobuf.ByteString;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

/** A span as OTLP carries it, turned back into what the SDK had before: what a trace is drawn from. */
final class ExportedSpan {

    /** Bits of a span's flags: whether it is said if its parent came from another process, and if so. */
    private static final int SAYS_IF_REMOTE = 0x100;
    private static final int IS_REMOTE = 0x200;

    private ExportedSpan() {
    }

    static SpanData decoded(Span span) {
        return TestSpanData.builder().setHasEnded(true)
                .setName(span.getName())
                .setKind(SpanKind.valueOf(span.getKind().name().substring("SPAN_KIND_".length())))
                .setSpanContext(context(span.getTraceId(), span.getSpanId(), false))
                .setParentSpanContext(context(span.getTraceId(), span.getParentSpanId(), isParentRemote(span)))
                .setStartEpochNanos(span.getStartTimeUnixNano())
                .setEndEpochNanos(span.getEndTimeUnixNano())
                .setStatus(status(span.getStatus()))
                .setAttributes(attributes(span.getAttributesList()))
                .setEvents(span.getEventsList().stream().map(ExportedSpan::event).toList())
                .build();
    }

    /** Invalid, where there is no span id: a root has no parent. */
    private static SpanContext context(ByteString traceId, ByteString spanId, boolean isRemote) {
        if (spanId.isEmpty()) {
            return SpanContext.getInvalid();
        }
        return isRemote
                ? SpanContext.createFromRemoteParent(hex(traceId), hex(spanId), TraceFlags.getSampled(),
                        TraceState.getDefault())
                : SpanContext.create(hex(traceId), hex(spanId), TraceFlags.getSampled(), TraceState.getDefault());
    }

    private static boolean isParentRemote(Span span) {
        int both = SAYS_IF_REMOTE | IS_REMOTE;
        return (span.getFlags() & both) == both;
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    private static StatusData status(Status status) {
        return StatusData.create(StatusCode.valueOf(status.getCode().name().substring("STATUS_CODE_".length())),
                status.getMessage());
    }

    private static EventData event(Span.Event event) {
        return EventData.create(event.getTimeUnixNano(), event.getName(), attributes(event.getAttributesList()));
    }

    private static Attributes attributes(List<KeyValue> pairs) {
        AttributesBuilder attributes = Attributes.builder();
        pairs.forEach(pair -> put(attributes, pair.getKey(), pair.getValue()));
        return attributes.build();
    }

    private static void put(AttributesBuilder attributes, String key, AnyValue value) {
        switch (value.getValueCase()) {
            case STRING_VALUE -> attributes.put(key, value.getStringValue());
            case INT_VALUE -> attributes.put(key, value.getIntValue());
            case DOUBLE_VALUE -> attributes.put(key, value.getDoubleValue());
            case BOOL_VALUE -> attributes.put(key, value.getBoolValue());
            case ARRAY_VALUE -> attributes.put(AttributeKey.stringArrayKey(key),
                    value.getArrayValue().getValuesList().stream().map(AnyValue::getStringValue).toList());
            case VALUE_NOT_SET -> attributes.put(key, "");
            default -> throw new IllegalArgumentException(key + " has a value of a kind no span of ours has: " + value);
        }
    }
}
