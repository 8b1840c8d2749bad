package io.steptrace.runtime.internal.trace;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.opentelemetry.api.trace.SpanContext;

/**
 * The spans of traces that are not over by their ids, which this process has chosen: where it calls itself, the request that
 * comes in finds here the trace that it belongs to. Thread-safe. Beyond its bound it knows no more spans; a call to itself
 * below one of those begins a trace of its own.
 */
final class OwnSpans {

    private final int maxSpans;
    private final ConcurrentMap<String, AssembledTrace> bySpanId = new ConcurrentHashMap<>();

    /** @param maxSpans how many are known at most; at least 1 */
    OwnSpans(int maxSpans) {
        this.maxSpans = maxSpans;
    }

    /** The trace of the span that a caller names; null if it is no such span. */
    AssembledTrace traceOf(SpanContext caller) {
        AssembledTrace trace = bySpanId.get(caller.getSpanId());
        return trace != null && trace.traceId().equals(caller.getTraceId()) ? trace : null;
    }

    /** Whether the span is known from now on. */
    boolean add(String spanId, AssembledTrace trace) {
        // a few more may slip in at the same moment
        if (bySpanId.size() >= maxSpans) {
            return false;
        }
        bySpanId.put(spanId, trace);
        return true;
    }

    void remove(List<String> spanIds) {
        for (String spanId : spanIds) {
            bySpanId.remove(spanId);
        }
    }

    int size() {
        return bySpanId.size();
    }
}
