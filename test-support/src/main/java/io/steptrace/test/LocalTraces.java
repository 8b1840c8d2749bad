package io.steptrace.test;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.trace.TraceDecision;
import io.steptrace.runtime.internal.trace.TraceListener;
import io.steptrace.runtime.internal.trace.TraceView;
import io.steptrace.test.internal.spans.CollectedSpans;

/**
 * The local traces of an application in the same process, whether a tail keeps them or not: each comes whole, once all of its
 * spans have ended and the waits in them are known. Thread-safe.
 */
@Singleton
class LocalTraces implements TraceListener {

    private final CollectedSpans spans = new CollectedSpans(Duration.ZERO);

    @Produces
    @Singleton
    Traces traces() {
        return new Traces(spans);
    }

    /** A span of the trace has started, and will come. */
    void started(String traceId) {
        spans.expect(traceId);
    }

    @Override
    public boolean waitsForAll() {
        return true;
    }

    @Override
    public void over(TraceView trace) {
        add(trace.judged().spans());
    }

    @Override
    public void late(TraceDecision decision, ReadableSpan span) {
        add(List.of(span));
    }

    private void add(List<ReadableSpan> ended) {
        spans.add(ended.stream().map(ReadableSpan::toSpanData).toList());
    }
}
