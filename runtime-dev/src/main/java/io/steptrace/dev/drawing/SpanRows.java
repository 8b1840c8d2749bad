package io.steptrace.dev.drawing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.dev.answer.Place;
import io.steptrace.dev.answer.SpanEvent;
import io.steptrace.dev.answer.SpanRow;
import io.steptrace.dev.answer.SpanStretch;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.text.BoundedText;
import io.steptrace.runtime.internal.text.EnumName;
import io.steptrace.runtime.internal.trace.ledger.TraceVerdict;

/** The rows of one trace. */
final class SpanRows {

    private final long originNanos;
    private final TraceVerdict verdicts;

    SpanRows(long originNanos, TraceVerdict verdicts) {
        this.originNanos = originNanos;
        this.verdicts = verdicts;
    }

    SpanRow row(SpanData span, String parentId, int depth) {
        Attributes attributes = span.getAttributes();
        long beginNanos = span.getStartEpochNanos() - originNanos;
        long endNanos = span.getEndEpochNanos() - originNanos;
        boolean isError = span.getStatus().getStatusCode() == StatusCode.ERROR;
        Place place = CodeLines.place(attributes);
        return new SpanRow(span.getSpanId(), parentId, depth, BoundedText.name(span.getName()), EnumName.of(span.getKind()),
                isError, isError ? "ERROR" : "", beginNanos, endNanos,
                Boolean.TRUE.equals(attributes.get(AttributeKeys.JOB_PARK_DETECTED)),
                List.of(new SpanStretch("unknown", "", beginNanos, endNanos)), texts(attributes),
                span.getEvents().stream().map(this::event).toList(), CodeLines.stack(attributes), place);
    }

    private SpanEvent event(EventData event) {
        return new SpanEvent(BoundedText.name(event.getName()), event.getEpochNanos() - originNanos,
                texts(event.getAttributes()));
    }

    private static Map<String, String> texts(Attributes attributes) {
        Map<String, String> texts = new LinkedHashMap<>();
        attributes.forEach((key, value) -> texts.put(key.getKey(), BoundedText.value(String.valueOf(value))));
        return texts;
    }
}
