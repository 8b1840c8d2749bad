package io.steptrace.runtime.internal.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

import io.opentelemetry.api.trace.SpanContext;
import io.steptrace.runtime.internal.stats.BlockCount;

/**
 * The spans of traces that are not over by their ids, which this process has chosen: where it calls itself, the request that
 * comes in finds here the trace that it belongs to. Thread-safe. Beyond its bound it knows no more spans; a call to itself
 * below one of those begins a trace of its own.
 * <p>
 * Every span comes here, and few are ever asked for: they are looked through one by one.
 */
final class OwnSpans {

    /** A client may send all of its requests within one trace: to look through those must not take long. */
    private static final int MAX_TRACES_OF_ONE_ID = 64;

    private final BlockCount spans;
    /** Several local traces with one id are those of requests that a client has sent within one trace. */
    private final ConcurrentMap<String, List<OfTrace>> byTraceId = new ConcurrentHashMap<>();

    /** @param maxSpans how many are known at most; at least 1 */
    OwnSpans(int maxSpans) {
        this.spans = new BlockCount(maxSpans);
    }

    /** The trace of the span that a caller names; null if it is no such span. */
    AssembledTrace traceOf(SpanContext caller) {
        if (!caller.isValid()) {
            return null;
        }
        for (OfTrace known : byTraceId.getOrDefault(caller.getTraceId(), List.of())) {
            if (known.contains(caller.getSpanId())) {
                return known.trace;
            }
        }
        return null;
    }

    /** What is to be known of a trace: nothing yet. Of one for which there is no room nothing will be found. */
    OfTrace begin(AssembledTrace trace) {
        OfTrace known = new OfTrace(trace);
        byTraceId.merge(trace.traceId(), known.alone, OwnSpans::both);
        return known;
    }

    private static List<OfTrace> both(List<OfTrace> some, List<OfTrace> more) {
        return some.size() >= MAX_TRACES_OF_ONE_ID ? some : Stream.concat(some.stream(), more.stream()).toList();
    }

    int size() {
        return spans.get();
    }

    /** The spans of one trace; guarded by that. */
    final class OfTrace {

        private final AssembledTrace trace;
        private final List<OfTrace> alone = List.of(this);
        private final List<String> spanIds = new ArrayList<>();

        private OfTrace(AssembledTrace trace) {
            this.trace = trace;
        }

        /** The span is known from now on, if there is room. */
        void add(String spanId, int maxOfTrace) {
            int number = spanIds.size() + 1;
            if (number <= maxOfTrace && spans.hasRoomFor(number)) {
                // in this order: the first is the only one that may want memory
                spanIds.add(spanId);
                spans.add(number);
            }
        }

        private boolean contains(String spanId) {
            synchronized (trace) {
                return spanIds.contains(spanId);
            }
        }

        /** None of them is known any more. */
        void forget() {
            spans.remove(spanIds.size());
            spanIds.clear();
            // mostly the only one of its id
            if (!byTraceId.remove(trace.traceId(), alone)) {
                byTraceId.computeIfPresent(trace.traceId(), (id, some) -> {
                    List<OfTrace> others = some.stream().filter(known -> known != this).toList();
                    return others.isEmpty() ? null : others;
                });
            }
        }
    }
}
