package io.steptrace.runtime.internal.trace;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The traces that hold many spans, by powers of two: one that grows moves seldom, and a large one is found at once. Most traces
 * never come to it, and cost nothing here. Thread-safe.
 */
final class TracesBySize {

    /** A trace with fewer spans is small; a power of two. */
    static final int MANY = 16;

    /** Looked at among those of like size; a search through all of them would be what a flood pays for each of its spans. */
    private static final int CANDIDATES = 64;

    private final List<Set<AssembledTrace>> byMagnitude = Stream.<Set<AssembledTrace>> generate(ConcurrentHashMap::newKeySet)
            .limit(Integer.SIZE).toList();

    /** A trace holds one span more; to be called by one thread at a time, and only while it is held. */
    void grown(AssembledTrace trace, int spans) {
        if (spans >= MANY && Integer.bitCount(spans) == 1) {
            magnitude(spans).add(trace);
            if (spans > MANY) {
                magnitude(spans - 1).remove(trace);
            }
        }
    }

    /** A trace that has held so many spans holds none any longer. */
    void remove(AssembledTrace trace, int spans) {
        if (spans >= MANY) {
            magnitude(spans).remove(trace);
        }
    }

    /** A trace holds none any longer, of which it is not known how many it held. */
    void remove(AssembledTrace trace) {
        byMagnitude.forEach(traces -> traces.remove(trace));
    }

    /** The largest trace, or one more than half as large; null if all are small. */
    AssembledTrace largest() {
        for (int magnitude = byMagnitude.size() - 1; magnitude >= 0; magnitude--) {
            AssembledTrace largest = byMagnitude.get(magnitude).stream().limit(CANDIDATES)
                    .max(Comparator.comparingInt(AssembledTrace::size)).orElse(null);
            if (largest != null) {
                return largest;
            }
        }
        return null;
    }

    private Set<AssembledTrace> magnitude(int spans) {
        return byMagnitude.get(Integer.SIZE - 1 - Integer.numberOfLeadingZeros(spans));
    }
}
