package io.steptrace.runtime.internal.span;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;

/** Says in a few words what the attributes of a finished span hold for somebody who asks where the time went. */
public final class SpanNotes {

    private SpanNotes() {
    }

    /** The notes on a span, most telling first; empty if there is nothing to say. */
    public static List<String> of(SpanData span) {
        List<String> notes = new ArrayList<>();
        Attributes attributes = span.getAttributes();
        Long status = attributes.get(AttributeKeys.HTTP_RESPONSE_STATUS_CODE);
        if (status != null) {
            notes.add(status.toString());
        }
        outcome(notes, span, attributes);
        job(notes, attributes);
        return notes;
    }

    private static void outcome(List<String> notes, SpanData span, Attributes attributes) {
        String type = attributes.get(AttributeKeys.ERROR_TYPE);
        String origin = attributes.get(AttributeKeys.ERROR_ORIGIN);
        if (span.getStatus().getStatusCode() == StatusCode.ERROR) {
            notes.add("ERROR" + (origin == null ? "" : " " + type));
        } else if (origin != null) {
            notes.add(origin + " error " + type);
        } else if (isCancelled(attributes.get(AttributeKeys.STEP_OUTCOME))
                || isCancelled(attributes.get(AttributeKeys.EFFECT_OUTCOME))) {
            notes.add(Outcome.CANCELLED.text());
        }
        long retries = span.getEvents().stream().filter(event -> event.getName().equals(WorkEvents.RETRY)).count();
        if (retries > 0) {
            notes.add("retried " + retries + "x");
        }
    }

    private static boolean isCancelled(String outcome) {
        return Outcome.CANCELLED.text().equals(outcome);
    }

    private static void job(List<String> notes, Attributes attributes) {
        Double active = attributes.get(AttributeKeys.JOB_RUN_ACTIVE_MS);
        if (active == null) {
            return;
        }
        String queue = attributes.get(AttributeKeys.JOB_QUEUE);
        if (queue != null) {
            notes.add("waited " + millis(attributes.get(AttributeKeys.JOB_QUEUE_WAIT_MS)) + " in queue " + queue);
        }
        Long parks = attributes.get(AttributeKeys.JOB_PARK_COUNT);
        if (parks != null && parks > 0) {
            notes.add("parked " + parks + "x " + millis(attributes.get(AttributeKeys.JOB_PARK_WAIT_MS_TOTAL)));
        }
        notes.add("active " + millis(active));
    }

    private static String millis(Double value) {
        return String.format(Locale.ROOT, "%.2f ms", value == null ? 0.0 : value);
    }
}
