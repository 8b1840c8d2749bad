package io.steptrace.test.internal.spans;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.opentelemetry.sdk.trace.data.SpanData;

/** The finished spans of one trace, ordered by start; immutable. */
public final class SpanTree {

    private static final Comparator<SpanData> BY_START = Comparator.comparingLong(SpanData::getStartEpochNanos)
            .thenComparing(SpanData::getName);

    private final List<SpanData> spans;

    /** @param spans those of one trace, in any order */
    public SpanTree(List<SpanData> spans) {
        this.spans = spans.stream().sorted(BY_START).toList();
    }

    /** All spans. */
    public List<SpanData> spans() {
        return spans;
    }

    /** The spans directly below a span. */
    public List<SpanData> childrenOf(SpanData parent) {
        return where(span -> span.getParentSpanId().equals(parent.getSpanId()));
    }

    /** The spans without a parent in this trace: one, once the trace is complete. */
    public List<SpanData> roots() {
        Set<String> known = spans.stream().map(SpanData::getSpanId).collect(Collectors.toSet());
        return where(span -> !known.contains(span.getParentSpanId()));
    }

    /** Whether the span everything began with has ended, and no parent of another span is missing. */
    public boolean isRooted() {
        List<SpanData> roots = roots();
        return roots.size() == 1
                && (!roots.get(0).getParentSpanContext().isValid() || roots.get(0).getParentSpanContext().isRemote());
    }

    /** The spans that meet a condition. */
    public List<SpanData> where(Predicate<SpanData> condition) {
        return spans.stream().filter(condition).toList();
    }
}
