package io.steptrace.test;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;

/**
 * Where the time of a trace went; immutable. The three parts add up to the length of its root.
 *
 * @param working while code of the trace ran
 * @param waiting while all of it waited, for something that is known
 * @param unknown while neither was so
 * @param waitedFor the longest waits, at most three, by what was waited for
 */
public record Verdict(Duration working, Duration waiting, Duration unknown, Map<String, Duration> waitedFor) {

    private static final double NANOS_PER_MILLI = 1_000_000.0;

    static Optional<Verdict> on(SpanData root) {
        if (root.getAttributes().get(AttributeKeys.WORKING_MS) == null) {
            return Optional.empty();
        }
        Map<String, Duration> waitedFor = new LinkedHashMap<>();
        List<String> waits = root.getAttributes().get(AttributeKeys.WAITED_FOR);
        if (waits != null) {
            waits.forEach(wait -> waitedFor.put(wait.substring(0, wait.lastIndexOf('=')),
                    millis(Double.parseDouble(wait.substring(wait.lastIndexOf('=') + 1)))));
        }
        return Optional.of(new Verdict(part(root, AttributeKeys.WORKING_MS), part(root, AttributeKeys.WAITING_MS),
                part(root, AttributeKeys.UNKNOWN_MS), waitedFor));
    }

    private static Duration part(SpanData root, AttributeKey<Double> key) {
        return millis(root.getAttributes().get(key));
    }

    static Duration millis(double millis) {
        return Duration.ofNanos(Math.round(millis * NANOS_PER_MILLI));
    }
}
