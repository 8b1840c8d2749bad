package io.steptrace.runtime.internal.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.span.SpanNotes;

/** Draws the spans of one trace as an indented tree: offset, duration, name, and where the time went. */
final class TraceTree {

    private static final Comparator<SpanData> BY_START = Comparator.comparingLong(SpanData::getStartEpochNanos)
            .thenComparing(SpanData::getName).thenComparing(SpanData::getSpanId);
    private static final double NANOS_PER_MILLI = 1_000_000.0;

    private final Map<String, List<SpanData>> children = new HashMap<>();
    private final List<SpanData> roots = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final long origin;

    private TraceTree(List<SpanData> spans) {
        List<SpanData> ordered = new ArrayList<>(spans);
        ordered.sort(BY_START);
        origin = ordered.get(0).getStartEpochNanos();
        Set<String> known = new HashSet<>();
        ordered.forEach(span -> known.add(span.getSpanId()));
        for (SpanData span : ordered) {
            boolean hasParent = known.contains(span.getParentSpanId());
            (hasParent ? children.computeIfAbsent(span.getParentSpanId(), id -> new ArrayList<>()) : roots).add(span);
        }
        text.append("trace ").append(ordered.get(0).getTraceId());
    }

    /**
     * Draws a trace.
     *
     * @param spans at least one, in any order; one whose parent is not among them is a root
     * @return lines without a trailing line break
     */
    static String draw(List<SpanData> spans) {
        TraceTree tree = new TraceTree(spans);
        tree.roots.forEach(root -> tree.draw(root, "", "", ""));
        return tree.text.toString();
    }

    private void draw(SpanData span, String indent, String branch, String continuation) {
        text.append('\n').append(String.format(Locale.ROOT, "%+11.2f %10.2f ms  ",
                (span.getStartEpochNanos() - origin) / NANOS_PER_MILLI,
                (span.getEndEpochNanos() - span.getStartEpochNanos()) / NANOS_PER_MILLI));
        text.append(indent).append(branch).append(span.getName());
        List<String> notes = SpanNotes.of(span);
        if (!notes.isEmpty()) {
            text.append("  [").append(String.join(", ", notes)).append(']');
        }
        List<SpanData> below = children.getOrDefault(span.getSpanId(), List.of());
        for (int i = 0; i < below.size(); i++) {
            boolean last = i == below.size() - 1;
            draw(below.get(i), indent + continuation, last ? "└─ " : "├─ ", last ? "   " : "│  ");
        }
    }
}
