package io.steptrace.test;

import jakarta.inject.Singleton;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Notes the beginning of each span: what goes on after a local trace was over, such as a consumer after its message was
 * received, belongs to the trace as well. Thread-safe.
 */
@Singleton
class StartedSpans implements SpanProcessor {

    private final LocalTraces traces;

    StartedSpans(LocalTraces traces) {
        this.traces = traces;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        traces.started(span.getSpanContext().getTraceId());
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // comes with its trace
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
