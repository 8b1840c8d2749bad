package io.steptrace.test.internal.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.ErrorOrigin;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.EventNames;
import io.steptrace.runtime.internal.telemetry.Outcome;
import io.steptrace.test.internal.spans.SpanTree;

/** A trace as a line a span: its name, and in brackets the status, the error and an outcome worth asserting. */
public final class ShortDrawing {

    private ShortDrawing() {
    }

    public static Drawing of(SpanTree tree) {
        return Drawing.of(tree, span -> List.of(line(span)));
    }

    private static String line(SpanData span) {
        List<String> notes = new ArrayList<>();
        Attributes attributes = span.getAttributes();
        Long status = attributes.get(AttributeKeys.HTTP_RESPONSE_STATUS_CODE);
        if (status != null) {
            notes.add(status.toString());
        }
        String type = errorType(span, status);
        if (span.getStatus().getStatusCode() == StatusCode.ERROR) {
            notes.add(type == null ? "ERROR" : "ERROR " + type);
        } else if (status == null
                && ErrorOrigin.APPLICATION.name().equalsIgnoreCase(attributes.get(AttributeKeys.ERROR_ORIGIN))) {
            notes.add(type == null ? Outcome.FAIL.text() : Outcome.FAIL.text() + " " + type);
        } else if (isCancelled(attributes)) {
            notes.add(Outcome.CANCELLED.text());
        }
        return notes.isEmpty() ? span.getName() : span.getName() + " [" + String.join(", ", notes) + "]";
    }

    private static boolean isCancelled(Attributes attributes) {
        return Outcome.CANCELLED.text().equals(attributes.get(AttributeKeys.STEP_OUTCOME))
                || Outcome.CANCELLED.text().equals(attributes.get(AttributeKeys.EFFECT_OUTCOME));
    }

    /** The type of the failure, unless the status says it; null if there is none. */
    private static String errorType(SpanData span, Long status) {
        String type = span.getAttributes().get(AttributeKeys.ERROR_TYPE);
        if (type != null && (status == null || !type.equals(status.toString()))) {
            return type;
        }
        return span.getEvents().stream().filter(event -> event.getName().equals(EventNames.EXCEPTION))
                .map(EventData::getAttributes).map(attributes -> attributes.get(AttributeKeys.EXCEPTION_TYPE))
                .filter(Objects::nonNull).findFirst().orElse(null);
    }
}
