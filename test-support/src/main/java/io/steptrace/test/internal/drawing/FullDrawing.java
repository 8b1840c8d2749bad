package io.steptrace.test.internal.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.test.internal.spans.SpanTree;

/** A trace with all that its spans say, as a golden file holds it: events are marked with an asterisk. */
final class FullDrawing {

    private static final Set<AttributeKey<?>> VERDICT = Set.of(AttributeKeys.WORKING_MS, AttributeKeys.WAITING_MS,
            AttributeKeys.UNKNOWN_MS);

    private FullDrawing() {
    }

    static Drawing of(SpanTree tree) {
        List<SpanData> roots = tree.roots();
        return Drawing.of(tree, span -> lines(span, roots.contains(span) ? span.getAttributes() : withoutVerdict(span)));
    }

    /** Whether what a message goes on with is a local trace of its own, and so is judged, is up to the time it takes. */
    private static Attributes withoutVerdict(SpanData span) {
        return span.getAttributes().toBuilder().removeIf(VERDICT::contains).build();
    }

    private static List<String> lines(SpanData span, Attributes attributes) {
        List<String> lines = new ArrayList<>();
        lines.add(line(span.getKind() + " " + span.getName() + " " + span.getStatus().getStatusCode(), attributes));
        EventOrder.of(span.getEvents()).forEach(event -> lines.add(line("* " + event.getName(), event.getAttributes())));
        return lines;
    }

    private static String line(String head, Attributes attributes) {
        Map<String, String> shown = new TreeMap<>();
        attributes.forEach((key, value) -> AttributeNormaliser.normalise(key.getKey(), value)
                .ifPresent(normal -> shown.put(key.getKey(), normal)));
        return shown.isEmpty() ? head
                : head + shown.entrySet().stream().map(attribute -> attribute.getKey() + "=" + attribute.getValue())
                        .collect(Collectors.joining(", ", " {", "}"));
    }
}
