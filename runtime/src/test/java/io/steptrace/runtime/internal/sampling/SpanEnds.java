package io.steptrace.runtime.internal.sampling;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Counts the ends of spans. It asks for starts, and so gets from the tail the end of each span, kept or not. Thread-safe. */
final class SpanEnds implements SpanProcessor {

    private final Map<String, Integer> bySpanId = new ConcurrentHashMap<>();

    /** How often each span has ended. */
    Map<String, Integer> bySpanId() {
        return bySpanId;
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // only what ends is counted
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        bySpanId.merge(span.getSpanContext().getSpanId(), 1, Integer::sum);
    }
}
