package io.steptrace.collector;

import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.opentelemetry.proto.trace.v1.Span;
import io.vertx.core.MultiMap;

/** One request as a collector saw it. The head is there at once, the spans and the status when they are known. */
public final class ReceivedRequest {

    /** The status of a request that got no answer. */
    public static final int UNANSWERED = -1;

    private final long nanoTime = System.nanoTime();
    private final String method;
    private final String path;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private volatile List<String> spanIds = List.of();
    private volatile int status = UNANSWERED;
    private volatile boolean met;

    public ReceivedRequest(String method, String path, MultiMap headers) {
        this.method = method;
        this.path = path;
        headers.forEach(this.headers::put);
    }

    /** When its head arrived, on the clock of {@link System#nanoTime()}. */
    public long nanoTime() {
        return nanoTime;
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    /** All headers; a lookup ignores the case of a name. */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** The value of a header, ignoring the case of its name; null if there is none. */
    public String header(String name) {
        return headers.get(name);
    }

    /** The ids of the spans in the body, accepted or not; empty unless the body was read to its end. */
    public List<String> spanIds() {
        return spanIds;
    }

    public int spanCount() {
        return spanIds.size();
    }

    /** The HTTP status answered, over gRPC the number of the gRPC status; {@link #UNANSWERED} without an answer. */
    public int status() {
        return status;
    }

    /** Whether the collector has done with it what it was going to do. */
    public boolean isMet() {
        return met;
    }

    public void carried(List<Span> spans) {
        spanIds = spans.stream().map(span -> HexFormat.of().formatHex(span.getSpanId().toByteArray())).toList();
    }

    public void answered(int status) {
        this.status = status;
        met = true;
    }

    public void leftUnanswered() {
        met = true;
    }

    @Override
    public String toString() {
        return method + " " + path + " with " + spanCount() + " spans, status " + status;
    }
}
