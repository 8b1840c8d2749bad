package io.steptrace.runtime.internal.trace;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.instrumenter.LocalRootSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.telemetry.EndOnlySpanProcessor;
import io.steptrace.runtime.internal.time.Clock;

/**
 * Finds the {@link LocalTrace} of work whose parent is a span of another library, such as the HTTP server's.
 * <p>
 * An entry lives from the first such work to the end of the local root. The number of entries is bounded; a trace beyond the
 * bound counts its steps from 1 for each piece of top-level work, and loses nothing else.
 */
public final class LocalTraces implements EndOnlySpanProcessor {

    static final int CAPACITY = 10_000;

    private final ConcurrentMap<String, LocalTrace> traces = new ConcurrentHashMap<>();
    private final Clock clock;
    private final long begunNanos;

    /** Begins together with the SDK whose spans it observes. */
    public LocalTraces(Clock clock) {
        this.clock = clock;
        this.begunNanos = clock.nanoTime();
    }

    /** The trace that work started in this context belongs to. */
    public LocalTrace of(Context context) {
        TracedWork enclosing = context.get(TracedWork.KEY);
        return enclosing != null ? enclosing.trace() : below(Span.fromContext(context), context);
    }

    private LocalTrace below(Span parent, Context context) {
        SpanContext parentContext = parent.getSpanContext();
        // after its root's end nothing would remove the entry
        if (!isLocal(parentContext) || !parent.isRecording()) {
            return new LocalTrace("");
        }
        String traceId = parentContext.getTraceId();
        LocalTrace known = traces.get(traceId);
        if (known != null) {
            return known;
        }
        Span localRoot = LocalRootSpan.fromContextOrNull(context);
        if (localRoot != null && !localRoot.isRecording()) {
            return new LocalTrace("");
        }
        Span root = localRoot != null ? localRoot : parent;
        if (!seesTheEndOf(root)) {
            return new LocalTrace("");
        }
        LocalTrace begun = new LocalTrace(root.getSpanContext().getSpanId(), RouteSource.of(root));
        if (traces.size() >= CAPACITY) {
            return begun;
        }
        LocalTrace first = traces.putIfAbsent(traceId, begun);
        return first != null ? first : begun;
    }

    /** How many traces have not ended. */
    public int size() {
        return traces.size();
    }

    /** A process that calls itself has several local roots in one trace: only the end of the one that came first counts. */
    @Override
    public void onEnd(ReadableSpan span) {
        SpanContext ended = span.getSpanContext();
        LocalTrace trace = traces.get(ended.getTraceId());
        if (trace != null && (trace.isRootedIn(ended.getSpanId()) || !span.getParentSpanContext().isValid())) {
            traces.remove(ended.getTraceId());
        }
    }

    /**
     * Whether the end of this span will be seen here. The request that causes a live reload begins in the old application and
     * ends in its SDK, but is answered by the new one: kept here, its span would keep the old application, and that its own
     * old one.
     */
    public boolean seesTheEndOf(Span root) {
        ReadableSpan readable = LocalTraceState.readable(root);
        return readable == null || readable.getLatencyNanos() <= clock.nanoTime() - begunNanos;
    }

    private static boolean isLocal(SpanContext parent) {
        return parent.isValid() && !parent.isRemote();
    }
}
