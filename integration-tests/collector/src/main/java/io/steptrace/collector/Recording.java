package io.steptrace.collector;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.opentelemetry.proto.trace.v1.Span;

/** What a collector got so far. Safe for any thread. */
public final class Recording {

    private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> deliveries = new ConcurrentHashMap<>();
    private volatile Consumer<Span> reader = span -> {
    };

    void onSpan(Consumer<Span> reader) {
        this.reader = reader;
    }

    public void arrived(ReceivedRequest request) {
        requests.add(request);
    }

    public void read(List<Span> spans) {
        spans.forEach(reader);
    }

    public void delivered(List<String> spanIds) {
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
