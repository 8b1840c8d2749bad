package io.steptrace.runtime.internal.console;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
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
 * far as it has come, and spans beyond the bound of a trace are only counted.
 */
public final class ConsoleSpanProcessor implements SpanProcessor {

    static final int MAX_TRACES = 256;
    static final int MAX_SPANS = 1_000;

    private final Map<String, Pending> traces = new LinkedHashMap<>();
    private final Executor executor;
    private final Consumer<String> console;

    /**
     * @param executor draws and writes, so that no event loop has to
     * @param console takes one tree at a time
     */
    public ConsoleSpanProcessor(Executor executor, Consumer<String> console) {
        this.executor = executor;
        this.console = console;
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {
        synchronized (traces) {
            traces.computeIfAbsent(span.getSpanContext().getTraceId(), id -> new Pending()).open++;
            if (traces.size() > MAX_TRACES) {
                Iterator<Pending> oldest = traces.values().iterator();
                Pending evicted = oldest.next();
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
            String traceId = data.getTraceId();
            Pending trace = traces.computeIfAbsent(traceId, id -> new Pending());
            trace.open--;
            trace.add(data);
            // as long as the root is open something is, so this is the end of the root or of work it left behind
            if (trace.open <= 0) {
                traces.remove(traceId);
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

    private void show(Pending trace) {
        if (trace.spans.isEmpty()) {
            return;
        }
        Runnable drawing = () -> console.accept(trace.describe());
        try {
            executor.execute(drawing);
        } catch (RejectedExecutionException e) {
            // at shutdown nobody else is left to do it
            drawing.run();
        }
    }

    /** A trace on its way; guarded by the lock on all traces. */
    private static final class Pending {

        private final List<SpanData> spans = new ArrayList<>();
        private int open;
        private int left;

        void add(SpanData span) {
            if (spans.size() < MAX_SPANS) {
                spans.add(span);
            } else {
                left++;
            }
        }

        String describe() {
            String tree = TraceTree.draw(spans);
            tree = open > 0 ? tree + "\n(" + open + " spans have not ended yet)" : tree;
            return left > 0 ? tree + "\n(" + left + " more spans)" : tree;
        }
    }
}
