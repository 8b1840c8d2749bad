package io.steptrace.runtime.internal.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.JobRejectedException;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.AttributeValues;
import io.steptrace.runtime.internal.telemetry.EventNames;
import io.steptrace.runtime.internal.telemetry.Outcome;
import io.steptrace.runtime.internal.telemetry.SpanNames;

/** Says in a few words what a finished span holds for a reader who asks where the time went, and what went wrong. */
public final class SpanSummary {

    /** Characters of a message; the whole one stands on the span. */
    private static final int MAX_MESSAGE_LENGTH = 140;

    private SpanSummary() {
    }

    /**
     * The notes on a span, the most important first; empty if there is nothing to say.
     *
     * @param children the spans right below it, among them the waits that were promoted
     * @param verdict says where the time of a span went that has called something; empty if that is said elsewhere,
     *        {@code null} if it has called nothing
     */
    public static List<String> of(SpanData span, List<SpanData> children, String verdict) {
        List<String> notes = new ArrayList<>();
        Attributes attributes = span.getAttributes();
        Long status = attributes.get(AttributeKeys.HTTP_RESPONSE_STATUS_CODE);
        if (status != null) {
            notes.add(status.toString());
        } else if (AttributeValues.CLIENT_LEFT.equals(attributes.get(AttributeKeys.ERROR_TYPE))) {
            notes.add("client left");
        }
        Attributes exception = exception(span);
        outcome(notes, span, status, exception);
        attempts(notes, span);
        if (!JobRejectedException.class.getName().equals(exception.get(AttributeKeys.EXCEPTION_TYPE))) {
            rejections(notes, span);
        }
        if (span.getName().startsWith(SpanNames.PARK_PREFIX)) {
            ParkSummary.ofPark(attributes).ifPresent(notes::add);
        }
        JobSummary.add(notes, span, children, verdict);
        return notes;
    }

    private static void outcome(List<String> notes, SpanData span, Long status, Attributes exception) {
        Attributes attributes = span.getAttributes();
        String origin = attributes.get(AttributeKeys.ERROR_ORIGIN);
        if (span.getStatus().getStatusCode() == StatusCode.ERROR) {
            notes.add("ERROR" + failure(attributes, status, exception));
        } else if (origin != null) {
            notes.add(origin + " error" + failure(attributes, status, exception));
        } else if (isCancelled(attributes.get(AttributeKeys.STEP_OUTCOME))
                || isCancelled(attributes.get(AttributeKeys.EFFECT_OUTCOME))) {
            notes.add(Outcome.CANCELLED.text());
        }
    }

    private static boolean isCancelled(String outcome) {
        return Outcome.CANCELLED.text().equals(outcome);
    }

    /** The type of the failure, unless the status says it, and the message on the one span that has the exception. */
    private static String failure(Attributes attributes, Long status, Attributes exception) {
        String type = attributes.get(AttributeKeys.ERROR_TYPE);
        if (type == null || status != null && type.equals(status.toString())) {
            type = exception.get(AttributeKeys.EXCEPTION_TYPE);
        }
        String message = exception.get(AttributeKeys.EXCEPTION_MESSAGE);
        return (type == null ? "" : " " + type) + (message == null || message.isBlank() ? "" : ": " + inShort(message));
    }

    /** The last exception recorded on the span; empty if there is none. */
    private static Attributes exception(SpanData span) {
        Attributes last = Attributes.empty();
        for (EventData event : span.getEvents()) {
            last = event.getName().equals(EventNames.EXCEPTION) ? event.getAttributes() : last;
        }
        return last;
    }

    private static String inShort(String message) {
        String line = message.strip().lines().findFirst().orElse("");
        return line.length() <= MAX_MESSAGE_LENGTH ? line : line.substring(0, MAX_MESSAGE_LENGTH) + "…";
    }

    private static void attempts(List<String> notes, SpanData span) {
        long retries = count(span, EventNames.RETRY);
        if (retries > 0) {
            notes.add("retried " + retries + "x");
        }
        long timeouts = count(span, EventNames.ATTEMPT_TIMED_OUT);
        if (timeouts > 0) {
            notes.add(timeouts == 1 ? "timed out" : "timed out " + timeouts + "x");
        }
        span.getEvents().stream().filter(event -> event.getName().equals(EventNames.ATTEMPT_REFUSED))
                .map(event -> event.getAttributes().get(AttributeKeys.REASON)).filter(Objects::nonNull).distinct()
                .forEach(reason -> notes.add("refused (" + reason.replace('_', ' ') + ")"));
        if (count(span, EventNames.FALLBACK) > 0) {
            notes.add("fallback");
        }
    }

    private static long count(SpanData span, String name) {
        return span.getEvents().stream().filter(event -> event.getName().equals(name)).count();
    }

    /** Of tasks that the work has submitted; that of the work itself is its exception. */
    private static void rejections(List<String> notes, SpanData span) {
        Map<String, Integer> counts = new TreeMap<>();
        for (EventData event : span.getEvents()) {
            if (event.getName().equals(EventNames.JOB_REJECTED)) {
                counts.merge("by queue " + event.getAttributes().get(AttributeKeys.JOB_QUEUE) + " ("
                        + event.getAttributes().get(AttributeKeys.REASON) + ")", 1, Integer::sum);
            }
        }
        counts.forEach((queue, count) -> notes.add("rejected " + (count == 1 ? "" : count + "x ") + queue));
    }
}
