package io.steptrace.benchmarks.soak;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.steptrace.collector.ReceivedRequest;

/**
 * The requests a collector accepted so shortly before it died that their answers may not have arrived.
 * <p>
 * OTLP has them sent again, and no way to say that the spans are there already: these duplicates are no fault of either.
 */
final class CutAnswers {

    private static final long SHORTLY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int ACCEPTED = 200;

    private final Map<String, Integer> explained = new HashMap<>();

    /** @param deaths of the collector, in {@link System#nanoTime()} */
    CutAnswers(List<ReceivedRequest> requests, List<Long> deaths) {
        for (ReceivedRequest request : requests) {
            if (request.status() == ACCEPTED && deaths.stream().anyMatch(death -> isShortlyBefore(request.nanoTime(), death))) {
                request.spanIds().forEach(spanId -> explained.merge(spanId, 1, Integer::sum));
            }
        }
    }

    /** Deliveries beyond the first of a span that no cut answer explains. */
    long unexplained(Map<String, Integer> deliveries) {
        return deliveries.entrySet().stream()
                .mapToLong(span -> Math.max(0, span.getValue() - 1L - explained.getOrDefault(span.getKey(), 0))).sum();
    }

    private static boolean isShortlyBefore(long nanos, long death) {
        return death - nanos >= 0 && death - nanos < SHORTLY_NANOS;
    }
}
