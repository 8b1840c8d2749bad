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
import io.steptrace.runtime.internal.telemetry.SpanNames;
import io.steptrace.runtime.internal.text.BoundedText;
import io.steptrace.runtime.internal.text.EnumName;
import io.steptrace.runtime.internal.trace.ledger.TraceVerdict;
import io.steptrace.runtime.internal.verdict.KnownWait;
import io.steptrace.runtime.internal.verdict.Passage;

/** The rows of one trace; confined to one thread. */
final class SpanRows {

    /** The values of all attributes in one trace; a thousand spans seldom have the tenth of it. */
    private static final int MAX_CHARS = 4 << 20;

    private final long originNanos;
    private final TraceVerdict verdicts;
    private int leftChars = MAX_CHARS;

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
                isError, status(span, isError), beginNanos, endNanos,
                Boolean.TRUE.equals(attributes.get(AttributeKeys.JOB_PARK_DETECTED)),
                stretches(span), texts(attributes),
                span.getEvents().stream().map(this::event).toList(), CodeLines.stack(attributes), place);
    }

    private static String status(SpanData span, boolean isError) {
        Long status = span.getAttributes().get(AttributeKeys.HTTP_RESPONSE_STATUS_CODE);
        if (status != null) {
            return status.toString();
        }
        String type = span.getAttributes().get(AttributeKeys.ERROR_TYPE);
        return type != null ? BoundedText.name(type) : isError ? "ERROR" : "";
    }

    private List<SpanStretch> stretches(SpanData span) {
        List<Passage> passages = SpanNames.isWait(span.getName()) ? List.of(wait(span)) : verdicts.timeline(span.getSpanId());
        return passages.stream().map(passage -> new SpanStretch(EnumName.of(passage.kind()), BoundedText.name(passage.what()),
                passage.beginNanos() - originNanos, passage.endNanos() - originNanos)).toList();
    }

    /** A span that stands for a wait is nothing else. */
    private Passage wait(SpanData span) {
        KnownWait known = verdicts.waitOf(span.getSpanId());
        Passage.Kind kind = span.getName().equals(SpanNames.QUEUE_WAIT) ? Passage.Kind.QUEUE : Passage.Kind.PARK;
        return new Passage(kind, known == null ? span.getName() : known.what(), span.getStartEpochNanos(),
                span.getEndEpochNanos());
    }

    private SpanEvent event(EventData event) {
        return new SpanEvent(BoundedText.name(event.getName()), event.getEpochNanos() - originNanos,
                texts(event.getAttributes()));
    }

    private Map<String, String> texts(Attributes attributes) {
        Map<String, String> texts = new LinkedHashMap<>();
        attributes.forEach((key, value) -> texts.put(key.getKey(), taken(BoundedText.value(String.valueOf(value)))));
        return texts;
    }

    /** As long as there is room; nothing of it else. */
    private String taken(String text) {
        if (text.length() > leftChars) {
            return "";
        }
        leftChars -= text.length();
        return text;
    }
}
