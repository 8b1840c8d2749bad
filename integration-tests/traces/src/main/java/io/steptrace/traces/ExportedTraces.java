package io.steptrace.traces;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.trace.data.SpanData;

/** The traces that an application in another process has exported over OTLP so far. Safe for any thread. */
public final class ExportedTraces implements Consumer<Span> {

    private final List<SpanData> spans = new CopyOnWriteArrayList<>();
    private final CollectedTraces traces = new CollectedTraces(() -> spans);

    @Override
    public void accept(Span span) {
        spans.add(ExportedSpan.decoded(span));
    }

    /** Calls the application at the port RestAssured knows. */
    public TracedCalls calls() {
        return new TracedCalls(traces);
    }

    /** Calls the application at the port RestAssured knows. */
    public ConcurrentCalls concurrentCalls() {
        return new ConcurrentCalls(traces);
    }

    /** Calls nothing. */
    public TracedWork work() {
        return new TracedWork(traces);
    }
}
