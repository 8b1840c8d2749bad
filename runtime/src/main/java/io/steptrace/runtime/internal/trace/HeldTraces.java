package io.steptrace.runtime.internal.trace;

import static java.util.Comparator.comparingLong;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The traces of which spans are held, or may be, by age and by size. Thread-safe. */
final class HeldTraces {

    /** Most are over long before they are the oldest, and must not lie about until then. */
    private final Set<AssembledTrace> byAge = new ConcurrentSkipListSet<>(comparingLong(AssembledTrace::number));
    private final TracesBySize bySize = new TracesBySize();
    private final AtomicLong begun = new AtomicLong();
    private final AtomicInteger traces = new AtomicInteger();
    private final AtomicInteger spans = new AtomicInteger();

    /** Greater than all before. */
    long nextNumber() {
        return begun.incrementAndGet();
    }

    /** A trace that has its number is held from now on. */
    void add(AssembledTrace trace) {
        byAge.add(trace);
        traces.incrementAndGet();
    }

    /** A trace is about to hold one span more; to be called by one thread at a time. */
    void grown(AssembledTrace trace, int size) {
        bySize.grown(trace, size);
    }

    /** It holds the span. */
    void counted() {
        spans.incrementAndGet();
    }

    /** A trace is not held any longer. */
    void remove(AssembledTrace trace, int size) {
        // in this order: the last is the only one that may want memory
        spans.addAndGet(-size);
        bySize.remove(trace, size);
        if (byAge.remove(trace)) {
            traces.decrementAndGet();
        }
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
