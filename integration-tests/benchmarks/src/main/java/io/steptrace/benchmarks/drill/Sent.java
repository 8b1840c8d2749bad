package io.steptrace.benchmarks.drill;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The spans the application says it has made, and the requests that got no such answer. Safe for use by many threads. */
public final class Sent {

    /**
     * What became of all spans.
     *
     * @param sent made by the application
     * @param delivered of these, accepted by the collector at least once
     * @param duplicates deliveries beyond the first of a span
     */
    record Account(long sent, long delivered, long duplicates) {

        /** @param deliveries how often each span was accepted; may hold others than those sent */
        static Account of(Set<String> sent, Map<String, Integer> deliveries) {
            return new Account(sent.size(), sent.stream().filter(deliveries::containsKey).count(),
                    deliveries.values().stream().mapToLong(times -> times - 1L).sum());
        }

        long lost() {
            return sent - delivered;
        }
    }

    private final Set<String> spanIds = new HashSet<>();
    private final List<List<String>> traces = new ArrayList<>();
    private long failures;

    synchronized void answered(Collection<String> moreSpanIds) {
        spanIds.addAll(moreSpanIds);
        traces.add(List.copyOf(moreSpanIds));
    }

    synchronized void failed() {
        failures++;
    }

    /** The ids so far. */
    synchronized Set<String> spanIds() {
        return Set.copyOf(spanIds);
    }

    public synchronized long answers() {
        return traces.size();
    }

    /** How many traces so far have some of their spans among these, and not all. */
    public synchronized long inPart(Set<String> arrived) {
        return traces.stream().filter(trace -> trace.stream().anyMatch(arrived::contains))
                .filter(trace -> !arrived.containsAll(trace)).count();
    }

    /** Requests without an answer of status 200. */
    public synchronized long failures() {
        return failures;
    }
}
