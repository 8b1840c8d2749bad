package io.steptrace.runtime.internal.console;

import java.util.List;
import java.util.Locale;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;

/**
 * Says where the time of a job went. The parts are rounded so that those that are shown add up to the rounded sum, which for a
 * step or an effect is the length of its span.
 */
final class JobSummary {

    private static final double HUNDREDTHS_PER_MILLI = 100.0;

    private final Attributes attributes;
    private double elapsedMillis;
    private long shownHundredths;

    private JobSummary(Attributes attributes) {
        this.attributes = attributes;
    }

    /**
     * @param verdict says where the time of a span went that has called something, which is not its own; empty if that is said
     *        elsewhere, {@code null} if it has called nothing
     */
    static void add(List<String> notes, SpanData span, List<SpanData> children, String verdict) {
        if (span.getAttributes().get(AttributeKeys.JOB_RUN_ACTIVE_MS) != null) {
            new JobSummary(span.getAttributes()).addTo(notes, span, children, verdict);
        }
    }

    private void addTo(List<String> notes, SpanData span, List<SpanData> children, String verdict) {
        String queue = attributes.get(AttributeKeys.JOB_QUEUE);
        if (queue != null) {
            notes.add("waited " + inMillis(next(AttributeKeys.JOB_QUEUE_WAIT_MS)) + " in queue " + queue);
            long dispatch = next(AttributeKeys.JOB_DISPATCH_MS);
            if (dispatch > 0) {
                notes.add("dispatch " + inMillis(dispatch));
            }
        }
        Long parks = attributes.get(AttributeKeys.JOB_PARK_COUNT);
        if (parks != null && parks > 0) {
            notes.add("parked " + (parks == 1 ? "" : parks + "x ") + inMillis(next(AttributeKeys.JOB_PARK_WAIT_MS_TOTAL))
                    + ParkSummary.reasons(span, children));
        }
        String rest = verdict != null ? verdict : "active " + inMillis(next(AttributeKeys.JOB_RUN_ACTIVE_MS));
        if (!rest.isEmpty()) {
            notes.add(rest);
        }
    }

    /** The next part, in hundredths of a millisecond: up to where the rounded sum of all parts so far has come. */
    private long next(AttributeKey<Double> part) {
        Double millis = attributes.get(part);
        elapsedMillis += millis == null ? 0.0 : millis;
        long before = shownHundredths;
        shownHundredths = Math.round(elapsedMillis * HUNDREDTHS_PER_MILLI);
        return shownHundredths - before;
    }

    private static String inMillis(long hundredths) {
        return String.format(Locale.ROOT, "%.2f ms", hundredths / HUNDREDTHS_PER_MILLI);
    }
}
