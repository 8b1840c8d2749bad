package io.steptrace.runtime.internal.http.root;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;

/**
 * The names that applications have given to the spans of their requests, until those end; thread-safe.
 * <p>
 * Quarkus names a request by its route when its response has been sent, whatever it is called by then. The number of entries is
 * bounded; a request beyond the bound is named by its route.
 */
public final class GivenNames {

    private static final int CAPACITY = 10_000;

    private final ConcurrentMap<String, String> bySpanId = new ConcurrentHashMap<>();

    /**
     * The response begins: the last moment to see what the application has done.
     *
     * @param nameAtArrival what the span was called before any code of the application ran
     */
    void note(ReadableSpan root, String nameAtArrival) {
        String name = root.getName();
        if (!name.equals(nameAtArrival) && ((Span) root).isRecording() && bySpanId.size() < CAPACITY) {
            bySpanId.put(root.getSpanContext().getSpanId(), name);
        }
    }

    /** The name given to a span that ends; {@code null} if there is none. */
    public String take(String spanId) {
        return bySpanId.remove(spanId);
    }
}
