package io.steptrace.runtime.internal.console;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * Shows each local trace as soon as all of its spans have ended. Bounded: of too many unfinished traces the oldest is shown as
 * far as it has come, and spans beyond the bound of a trace are only counted. Thread-safe.
 * <p>
 * Behind the tail of the sampler it learns each decision before the end of the span that caused it, and so never has
 * to wait for one.
 */
public final class ConsoleSpanProcessor implements SpanProcessor {

    static final int MAX_TRACES = 256;
    static final int MAX_SPANS = 1_000;

    private final Map<String, PendingTrace> traces = new LinkedHashMap<>();
    private final TraceFilter filter;
    private final Executor executor;
    private final Consumer<String> console;

    /**
     * @param filter which traces are shown
     * @param executor draws and writes, so that no event loop has to
     * @param console takes one tree at a time
     */
    public ConsoleSpanProcessor(TraceFilter filter, Executor executor, Consumer<String> console) {
        this.filter = filter;
        this.executor = executor;
        this.console = console;
    }

    /**
     * The tail of the sampler has decided on a trace.
     *
     * @param reason why it is kept; {@code null} if it is dropped
     */
    public void decided(String traceId, String reason) {
        synchronized (traces) {
            PendingTrace trace = traces.get(traceId);
            if (trace != null) {
                trace.decided(reason);
            }
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {
        synchronized (traces) {
            pending(span.getSpanContext().getTraceId()).started();
            if (traces.size() > MAX_TRACES) {
                Iterator<PendingTrace> oldest = traces.values().iterator();
                PendingTrace evicted = oldest.next();
                oldest.remove();
                show(evicted);
            }
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        SpanData data = span.toSpanData();
        synchronized (traces) {
            PendingTrace trace = pending(data.getTraceId());
            if (trace.ended(data)) {
                traces.remove(data.getTraceId());
                show(trace);
            }
        }
    }

    @Override
    public CompletableResultCode shutdown() {
        synchronized (traces) {
            traces.values().forEach(this::show);
            traces.clear();
        }
        return CompletableResultCode.ofSuccess();
    }

    private PendingTrace pending(String traceId) {
        return traces.computeIfAbsent(traceId, id -> new PendingTrace(MAX_SPANS));
    }

    private void show(PendingTrace trace) {
        if (trace.isEmpty()) {
            return;
        }
        Runnable drawing = () -> {
            String tree = trace.draw(filter);
            if (tree != null) {
                console.accept(tree);
            }
        };
        try {
            executor.execute(drawing);
        } catch (RejectedExecutionException e) {
            // at shutdown no other thread is left to do it
            drawing.run();
        }
    }
}
