package io.steptrace.runtime.internal.http.root;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.opentelemetry.api.trace.Span;

/**
 * What is kept of requests until their root spans end; thread-safe.
 * <p>
 * The number of entries is bounded; of a request beyond the bound nothing is kept.
 */
final class OpenRequests<T> {

    private static final int CAPACITY = 10_000;

    private final ConcurrentMap<String, T> bySpanId = new ConcurrentHashMap<>();

    /** Keeps the first of several things of one request. */
    void add(Span root, T kept) {
        if (bySpanId.size() < CAPACITY) {
            bySpanId.putIfAbsent(root.getSpanContext().getSpanId(), kept);
        }
    }

    /** What was kept; {@code null} if there is nothing. */
    T remove(Span root) {
        return bySpanId.remove(root.getSpanContext().getSpanId());
    }
}
