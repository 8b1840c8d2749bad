package io.steptrace.benchmarks.drill;

import java.util.Map;
import java.util.Set;

/**
 * What became of all spans.
 *
 * @param sent made by the application
 * @param delivered of these, accepted by the collector at least once
 * @param duplicates deliveries beyond the first of a span
 */
public record Account(long sent, long delivered, long duplicates) {

    /** @param deliveries how often each span was accepted; may hold others than those sent */
    public static Account of(Set<String> sent, Map<String, Integer> deliveries) {
        return new Account(sent.size(), sent.stream().filter(deliveries::containsKey).count(),
                deliveries.values().stream().mapToLong(times -> times - 1L).sum());
    }

    public long lost() {
        return sent - delivered;
    }
}
