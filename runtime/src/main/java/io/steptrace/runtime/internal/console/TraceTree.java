package io.steptrace.runtime.internal.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.telemetry.SpanNames;
import io.steptrace.runtime.internal.text.BoundedText;
import io.steptrace.runtime.internal.text.EnumName;
import io.steptrace.runtime.internal.text.PrintableText;
import io.steptrace.runtime.internal.time.Millis;
import io.steptrace.runtime.internal.trace.ledger.TimedSpan;
import io.steptrace.runtime.internal.trace.ledger.TraceVerdict;
import io.steptrace.runtime.internal.verdict.VerdictText;

/** The spans of one trace as an indented tree: offset, duration, name, and where the time went. */
final class TraceTree {

    private static final Comparator<SpanData> BY_START = Comparator.comparingLong(SpanData::getStartEpochNanos)
            .thenComparing(SpanData::getName).thenComparing(SpanData::getSpanId);

    private final Map<String, List<SpanData>> children = new HashMap<>();
    private final List<SpanData> roots = new ArrayList<>();
    private final Set<String> namesakes = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private final TraceVerdict verdicts;
    private final long originNanos;
    private final long lengthNanos;

    /**
     * @param spans at least one, in any order; one whose parent is not among them is a root
     * @param verdicts on these spans; {@code null} if there are none
     */
    TraceTree(List<SpanData> spans, TraceVerdict verdicts) {
        this.verdicts = verdicts;
        List<SpanData> ordered = new ArrayList<>(spans);
        ordered.sort(BY_START);
        originNanos = ordered.get(0).getStartEpochNanos();
        lengthNanos = ordered.stream().mapToLong(SpanData::getEndEpochNanos).max().orElseThrow() - originNanos;
        Map<String, SpanData> known = new LinkedHashMap<>();
        ordered.forEach(span -> known.put(span.getSpanId(), span));
        for (SpanData span : ordered) {
            boolean hasParent = known.containsKey(span.getParentSpanId());
            (hasParent ? children.computeIfAbsent(span.getParentSpanId(), id -> new ArrayList<>()) : roots).add(span);
        }
        findNamesakes(roots.stream());
        children.forEach((parentId, below) -> findNamesakes(Stream.concat(Stream.of(known.get(parentId)), below.stream())));
    }

    /** The time from the first start to the last end. */
    long lengthNanos() {
        return lengthNanos;
    }

    /** The names of the spans that have no parent here. */
    List<String> rootNames() {
        return roots.stream().map(SpanData::getName).toList();
    }

    /**
     * Draws the trace.
     *
     * @param mark what the first line says of the trace; empty for nothing
     * @return lines without a trailing line break
     */
    String draw(String mark) {
        text.append("trace ").append(roots.get(0).getTraceId());
        if (!mark.isEmpty()) {
            text.append(' ').append(PrintableText.of(mark));
        }
        TimedSpan judged = verdicts == null ? null : verdicts.root();
        if (judged != null) {
            text.append('\n').append(printable(judged.name())).append("  ")
                    .append(printable(VerdictText.of(verdicts.ofRoot())));
        }
        roots.forEach(root -> draw(root, "", "", ""));
        return text.toString();
    }

    private void draw(SpanData span, String indent, String branch, String continuation) {
        text.append('\n').append(String.format(Locale.ROOT, "%+11.2f %10.2f ms  ",
                Millis.of(span.getStartEpochNanos() - originNanos),
                Millis.of(span.getEndEpochNanos() - span.getStartEpochNanos())));
        text.append(indent).append(branch).append(printable(span.getName()));
        List<SpanData> below = children.getOrDefault(span.getSpanId(), List.of());
        List<String> notes = notes(span, below);
        if (!notes.isEmpty()) {
            text.append("  [").append(String.join(", ", notes.stream().map(TraceTree::printable).toList())).append(']');
        }
        for (int i = 0; i < below.size(); i++) {
            boolean last = i == below.size() - 1;
            draw(below.get(i), indent + continuation, last ? "└─ " : "├─ ", last ? "   " : "│  ");
        }
    }

    private List<String> notes(SpanData span, List<SpanData> below) {
        List<String> notes = new ArrayList<>();
        if (namesakes.contains(span.getSpanId())) {
            notes.add(EnumName.of(span.getKind()));
        }
        notes.addAll(SpanSummary.of(span, below, verdict(span, below)));
        return notes;
    }

    /** That of the root stands above the tree. */
    private String verdict(SpanData span, List<SpanData> below) {
        if (verdicts == null || below.stream().allMatch(child -> SpanNames.isWait(child.getName()))) {
            return null;
        }
        TimedSpan root = verdicts.root();
        return root != null && root.spanId().equals(span.getSpanId()) ? ""
                : VerdictText.of(verdicts.below(span.getSpanId()));
    }

    /** Names and attributes are chosen by applications and their clients, also those of spans that are not ours. */
    private static String printable(String words) {
        return PrintableText.of(BoundedText.message(words));
    }

    /** A parent and its children, or siblings: those of one name whose kinds differ are known by their kind. */
    private void findNamesakes(Stream<SpanData> family) {
        Map<String, List<SpanData>> byName = new HashMap<>();
        family.forEach(span -> byName.computeIfAbsent(span.getName(), name -> new ArrayList<>()).add(span));
        for (List<SpanData> alike : byName.values()) {
            SpanKind kind = alike.get(0).getKind();
            if (alike.stream().anyMatch(span -> span.getKind() != kind)) {
                alike.forEach(span -> namesakes.add(span.getSpanId()));
            }
        }
    }
}
