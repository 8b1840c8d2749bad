package io.steptrace.runtime.internal.trace;

import java.util.Map;
import java.util.function.BiConsumer;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.trace.ledger.TraceLedger;

/**
 * The trace state of a span, together with its local trace. The children of a span inherit its trace state, and so each span
 * leads to its local trace, whatever trace id a client has chosen. It does not leave the process. Immutable.
 */
public final class LocalTraceState implements TraceState {

    private final TraceState delegate;
    private final AssembledTrace trace;

    /** @param state what is written and read as the trace state */
    LocalTraceState(TraceState state, AssembledTrace trace) {
        this.delegate = state instanceof LocalTraceState carrying ? carrying.delegate : state;
        this.trace = trace;
    }

    /** The local trace of a span of this process; null if it has none. */
    static AssembledTrace traceOf(SpanContext span) {
        return span.getTraceState() instanceof LocalTraceState carrying ? carrying.trace : null;
    }

    /** What is known of the time of the local trace of a span; null if it has none. */
    public static TraceLedger ledgerOf(SpanContext span) {
        AssembledTrace trace = traceOf(span);
        return trace == null ? null : trace.ledger();
    }

    /**
     * What has been recorded of a span so far; null if it does not say. The first root, which many ask for, is found by way of
     * its trace: to ask a span for one interface after it was asked for another has the processors of a machine contend for a
     * line of memory.
     *
     * @see <a href="https://bugs.openjdk.org/browse/JDK-8180450">JDK-8180450</a>
     */
    public static ReadableSpan readable(Span span) {
        AssembledTrace trace = traceOf(span.getSpanContext());
        ReadableSpan root = trace == null ? null : trace.openRoot();
        if (root == span) {
            return root;
        }
        return span instanceof ReadableSpan readable ? readable : null;
    }

    @Override
    public String get(String key) {
        return delegate.get(key);
    }

    @Override
    public int size() {
        return delegate.size();
    }

    @Override
    public boolean isEmpty() {
        return delegate.isEmpty();
    }

    @Override
    public void forEach(BiConsumer<String, String> consumer) {
        delegate.forEach(consumer);
    }

    @Override
    public Map<String, String> asMap() {
        return delegate.asMap();
    }

    @Override
    public TraceStateBuilder toBuilder() {
        return delegate.toBuilder();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LocalTraceState that && delegate.equals(that.delegate);
    }

    @Override
    public int hashCode() {
        return delegate.hashCode();
    }

    @Override
    public String toString() {
        return delegate.toString();
    }
}
