package io.steptrace.traces;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.opentelemetry.sdk.trace.data.SpanData;

/** The finished spans of one trace, ordered by start. */
public final class LocalTrace {

    private static final Comparator<SpanData> BY_START = Comparator.comparingLong(SpanData::getStartEpochNanos)
            .thenComparing(SpanData::getName);

    private final List<SpanData> spans;

    public LocalTrace(List<SpanData> spans) {
        this.spans = spans.stream().sorted(BY_START).toList();
    }

    /** All spans. */
    public List<SpanData> spans() {
        return spans;
    }

    /** The spans of that name, possibly none. */
    public List<SpanData> named(String name) {
        return where(span -> span.getName().equals(name));
    }

    /** The one span of that name. */
    public SpanData only(String name) {
        List<SpanData> named = named(name);
        if (named.size() != 1) {
            throw new AssertionError("expected one span " + name + ", but the trace is:\n" + GoldenTrace.draw(this));
        }
        return named.get(0);
    }

    /** The spans directly below a span. */
    public List<SpanData> childrenOf(SpanData parent) {
        return where(span -> span.getParentSpanId().equals(parent.getSpanId()));
    }

    /** The spans without a parent in this trace: one, once the trace is complete. */
    List<SpanData> roots() {
        Set<String> known = spans.stream().map(SpanData::getSpanId).collect(Collectors.toSet());
        return where(span -> !known.contains(span.getParentSpanId()));
    }

    /** Whether the span everything began with has ended, and no parent of another span is missing. */
    boolean isRooted() {
        List<SpanData> roots = roots();
        return roots.size() == 1 && !roots.get(0).getParentSpanContext().isValid();
    }

    private List<SpanData> where(Predicate<SpanData> condition) {
        return spans.stream().filter(condition).toList();
    }
}
