package io.steptrace.runtime.internal.trace;

import java.util.concurrent.atomic.AtomicInteger;

import io.steptrace.runtime.internal.stats.ArrivalOrder;
import io.steptrace.runtime.internal.stats.BlockCount;

/** The traces of which spans are held, or may be, by age and by size. Thread-safe. */
final class HeldTraces {

    /** Most are over long before they are the oldest. */
    private final ArrivalOrder<AssembledTrace> byAge = new ArrivalOrder<>();
    private final TracesBySize bySize = new TracesBySize();
    private final AtomicInteger traces = new AtomicInteger();
    private final BlockCount spans;

    /** @param maxSpans how many are to be held at most */
    HeldTraces(int maxSpans) {
        this.spans = new BlockCount(maxSpans);
    }

    /** A trace is held from now on, at this place: one that is held once more stands behind those that have come meanwhile. */
    long add(AssembledTrace trace) {
        long place = byAge.add(trace);
        traces.incrementAndGet();
        return place;
    }

    /** A trace is about to hold one span more; to be called by one thread at a time. */
    void grown(AssembledTrace trace, int size) {
        bySize.grown(trace, size);
    }

    /** It holds so many spans, one more than before. */
    void counted(int size) {
        spans.add(size);
    }

    /** A trace is not held any longer. */
    void remove(AssembledTrace trace, long place, int size) {
        // in this order: the last is the only one that may want memory
        spans.remove(size);
        bySize.remove(trace, size);
        traces.decrementAndGet();
        byAge.remove(place);
    }

    /** A trace is not the largest, whatever it was last seen at. */
    void forgetSize(AssembledTrace trace) {
        bySize.remove(trace);
    }

    /** The largest trace, or one more than half as large; of small ones the oldest. Null if none holds a span. */
    AssembledTrace largest() {
        AssembledTrace large = bySize.largest();
        return large != null ? large : oldestWithSpans();
    }

    private AssembledTrace oldestWithSpans() {
        for (AssembledTrace trace : byAge) {
            if (trace.size() > 0) {
                return trace;
            }
        }
        return null;
    }

    /** The oldest first. */
    Iterable<AssembledTrace> byAge() {
        return byAge;
    }

    int traces() {
        return traces.get();
    }

    int spans() {
        return spans.get();
    }
}
