package io.steptrace.dev.assistant;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.steptrace.dev.answer.Place;
import io.steptrace.dev.answer.SpanRow;
import io.steptrace.dev.answer.SpanStretch;
import io.steptrace.dev.answer.TraceDetail;

/** Puts one trace into words; what an attribute or a message of a failure says is left out. */
public final class Explanation {

    private static final int MAX_SPANS = 40;
    private static final int MAX_WAITS = 10;
    private static final int MAX_FRAMES = 8;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final Comparator<SpanRow> BY_LENGTH = Comparator.comparingLong(Explanation::lengthNanos).reversed();

    private final TraceDetail trace;
    private final List<SpanRow> longest;

    public Explanation(TraceDetail trace) {
        this.trace = trace;
        Set<SpanRow> most = trace.spans().stream().sorted(BY_LENGTH).limit(MAX_SPANS).collect(Collectors.toSet());
        this.longest = trace.spans().stream().filter(most::contains).toList();
    }

    /** @param withAttributes whether the values of attributes are asked for */
    public WhySlow inWords(boolean withAttributes) {
        return new WhySlow(trace.line().id(), trace.line().name(), trace.line().status(), trace.verdict(), waits(),
                longest.stream().map(Explanation::line).toList(), trace.spans().size() - longest.size(),
                withAttributes ? attributes() : null);
    }

    private List<FoundWait> waits() {
        return trace.spans().stream().filter(SpanRow::detected).sorted(BY_LENGTH).limit(MAX_WAITS)
                .map(row -> new FoundWait(row.stretches().get(0).cause(), millis(lengthNanos(row)), place(row.place()),
                        row.stack().stream().limit(MAX_FRAMES).toList()))
                .toList();
    }

    private static String place(Place place) {
        return place == null ? null
                : place.className() + (place.fileName() == null ? "" : " (" + place.fileName() + ":" + place.line() + ")");
    }

    private static String line(SpanRow row) {
        Map<String, Long> parts = new LinkedHashMap<>();
        for (SpanStretch stretch : row.stretches()) {
            parts.merge(stretch.cause().isEmpty() ? stretch.kind() : stretch.cause(),
                    stretch.endNanos() - stretch.beginNanos(), Long::sum);
        }
        String where = parts.entrySet().stream().map(part -> part.getKey() + " " + millis(part.getValue()))
                .collect(Collectors.joining(", "));
        return "  ".repeat(row.depth()) + row.name() + (row.error() ? " [" + row.status() + "]" : "") + " +"
                + millis(row.beginNanos()) + " took " + millis(lengthNanos(row)) + " ms: " + where;
    }

    private Map<String, Map<String, String>> attributes() {
        Map<String, Map<String, String>> attributes = new LinkedHashMap<>();
        for (SpanRow row : longest) {
            attributes.put(trace.spans().indexOf(row) + " " + row.name(), row.attributes());
        }
        return attributes;
    }

    private static long lengthNanos(SpanRow row) {
        return row.endNanos() - row.beginNanos();
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.2f", nanos / NANOS_PER_MILLI);
    }
}
