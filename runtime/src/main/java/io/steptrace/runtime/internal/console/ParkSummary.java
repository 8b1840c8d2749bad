package io.steptrace.runtime.internal.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.EventNames;
import io.steptrace.runtime.internal.telemetry.SpanNames;
import io.steptrace.runtime.internal.waits.CodePlace;

/** Says what work was parked for: the token, or where there is none the cause, and how much of a limit was taken. */
final class ParkSummary {

    /** Beyond, the rest is only counted. */
    private static final int MAX_REASONS = 3;

    private ParkSummary() {
    }

    /** What a promoted park was for, and where; empty if that is only its cause, which its name says. */
    static Optional<String> ofPark(Attributes park) {
        String reason = park.get(AttributeKeys.JOB_PARK_TOKEN) == null ? "" : token(park) + limit(park);
        String place = place(park);
        String summary = place == null ? reason : reason.isEmpty() ? "at " + place : reason + " at " + place;
        return Optional.of(summary).filter(text -> !text.isEmpty());
    }

    /** The line of code that waited; {@code null} for a wait that was marked. */
    private static String place(Attributes park) {
        Long line = park.get(AttributeKeys.CODE_LINE_NUMBER);
        return new CodePlace(park.get(AttributeKeys.CODE_FUNCTION_NAME), line == null ? 0 : line.intValue(), null).shortPlace();
    }

    /**
     * What the parks of a span were for, each reason once; the promoted ones first, because they were the longest.
     *
     * @return " for " and the reasons; empty if no park has been recorded in detail
     */
    static String reasons(SpanData span, List<SpanData> children) {
        Map<String, String> limits = new LinkedHashMap<>();
        Stream.concat(
                children.stream().filter(child -> child.getName().startsWith(SpanNames.PARK_PREFIX))
                        .map(SpanData::getAttributes),
                span.getEvents().stream().filter(event -> event.getName().equals(EventNames.JOB_PARKED))
                        .map(event -> event.getAttributes()))
                .forEach(park -> limits.merge(token(park), limit(park), (one, other) -> one.equals(other) ? one : ""));
        List<String> reasons = new ArrayList<>();
        limits.forEach((token, limit) -> reasons.add(token + limit));
        if (reasons.size() > MAX_REASONS) {
            int surplus = reasons.size() - MAX_REASONS;
            reasons.subList(MAX_REASONS, reasons.size()).clear();
            reasons.add(surplus + " more");
        }
        return reasons.isEmpty() ? "" : " for " + String.join(" and ", reasons);
    }

    private static String token(Attributes park) {
        String token = park.get(AttributeKeys.JOB_PARK_TOKEN);
        return token == null ? park.get(AttributeKeys.JOB_PARK_CAUSE) : token;
    }

    private static String limit(Attributes park) {
        Long max = park.get(AttributeKeys.CONCURRENCY_LIMIT_MAX);
        return max == null ? "" : " (" + park.get(AttributeKeys.CONCURRENCY_LIMIT_CURRENT) + " of " + max + ")";
    }
}
