package io.steptrace.test.internal.spans;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.SpanNames;

/**
 * A trace as it is when no wait reaches its threshold: how long things wait is up to the machine, and so is whether a wait is a
 * span. The events of a wait that is marked return to its parent; of one that was detected nothing is left.
 */
public final class FoldedWaits {

    private static final String JOB = "job.";

    private FoldedWaits() {
    }

    /** The same trace without the spans of waits whose names are not among these. */
    public static SpanTree of(SpanTree tree, Set<String> kept) {
        Map<String, List<SpanData>> waits = tree.where(span -> SpanNames.isWait(span.getName())).stream()
                .collect(Collectors.groupingBy(SpanData::getParentSpanId));
        return new SpanTree(tree.where(span -> !SpanNames.isWait(span.getName()) || kept.contains(span.getName())).stream()
                .map(span -> folded(span, waits.getOrDefault(span.getSpanId(), List.of()), kept)).toList());
    }

    private static SpanData folded(SpanData span, List<SpanData> waits, Set<String> kept) {
        List<SpanData> folded = waits.stream().filter(wait -> !kept.contains(wait.getName())).toList();
        return folded.isEmpty() ? span : new Folded(span, folded, folded.size() < waits.size());
    }

    /** Whether a span is a wait that the application did not mark. */
    public static boolean isDetected(SpanData span) {
        return SpanNames.isWait(span.getName())
                && Boolean.TRUE.equals(span.getAttributes().get(AttributeKeys.JOB_PARK_DETECTED));
    }

    private static final class Folded extends DelegatingSpanData {

        private final Attributes attributes;
        private final List<EventData> events;

        Folded(SpanData span, List<SpanData> waits, boolean isPromoted) {
            super(span);
            long detected = waits.stream().filter(FoldedWaits::isDetected).count();
            this.attributes = attributes(span.getAttributes(), detected, isPromoted);
            this.events = new ArrayList<>(span.getEvents());
            waits.stream().filter(wait -> !isDetected(wait)).forEach(wait -> events.addAll(wait.getEvents()));
        }

        private static Attributes attributes(Attributes attributes, long detected, boolean isPromoted) {
            AttributesBuilder folded = attributes.toBuilder();
            long parks = Objects.requireNonNullElse(attributes.get(AttributeKeys.JOB_PARK_COUNT), 0L) - detected;
            if (parks <= 0 && !isPromoted && attributes.get(AttributeKeys.JOB_QUEUE) == null) {
                // it had no job before a wait was found in it
                return folded.removeIf(key -> key.getKey().startsWith(JOB)).build();
            }
            return folded.put(AttributeKeys.JOB_PARK_COUNT, Math.max(0, parks)).put(AttributeKeys.JOB_PROMOTED, isPromoted)
                    .build();
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public List<EventData> getEvents() {
            return events;
        }

        @Override
        public int getTotalRecordedEvents() {
            return events.size();
        }
    }
}
