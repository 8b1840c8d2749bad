package io.steptrace.collector;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a collector got so far. Safe for any thread. */
final class Recording {

    private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> deliveries = new ConcurrentHashMap<>();

    void arrived(ReceivedRequest request) {
        requests.add(request);
    }

    void delivered(List<String> spanIds) {
        spanIds.forEach(spanId -> deliveries.merge(spanId, 1, Integer::sum));
    }

    List<ReceivedRequest> requests() {
        return List.copyOf(requests);
    }

    Map<String, Integer> deliveries() {
        return Map.copyOf(deliveries);
    }

    void clear() {
        requests.clear();
        deliveries.clear();
    }
}
