package io.steptrace.runtime.internal.trace;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.opentelemetry.sdk.trace.ReadableSpan;

/** A listener that remembers what it was given, and how often. Thread-safe. */
final class GivenSpans implements TraceListener {

    /** How often each span was given. */
    final Map<String, Integer> times = new ConcurrentHashMap<>();
    /** The spans of each trace. */
    final Map<TraceDecision, Set<String>> byTrace = new ConcurrentHashMap<>();
    final List<TraceView> over = new CopyOnWriteArrayList<>();

    private final boolean waitsForAll;
    private final boolean wantsSampled;

    GivenSpans(boolean waitsForAll, boolean wantsSampled) {
        this.waitsForAll = waitsForAll;
        this.wantsSampled = wantsSampled;
    }

    @Override
    public boolean wants(boolean isSampled) {
        return wantsSampled || !isSampled;
    }

    @Override
    public boolean waitsForAll() {
        return waitsForAll;
    }

    @Override
    public void over(TraceView trace) {
        over.add(trace);
        trace.spans().forEach(span -> given(trace.decision(), span));
    }

    @Override
    public void late(TraceDecision trace, ReadableSpan span) {
        given(trace, span);
    }

    /** How many spans were only counted. */
    int surplus() {
        return over.stream().mapToInt(TraceView::surplusSpans).sum();
    }

    private void given(TraceDecision trace, ReadableSpan span) {
        String id = span.getSpanContext().getSpanId();
        times.merge(id, 1, Integer::sum);
        if (trace != null) {
            byTrace.computeIfAbsent(trace, absent -> ConcurrentHashMap.newKeySet()).add(id);
        }
    }
}
