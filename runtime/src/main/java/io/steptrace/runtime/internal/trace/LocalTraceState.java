package io.steptrace.runtime.internal.trace;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
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

    private static final AtomicReferenceFieldUpdater<LocalTraceState, RootJob> JOB = AtomicReferenceFieldUpdater
            .newUpdater(LocalTraceState.class, RootJob.class, "job");

    private final TraceState delegate;
    private final Trace trace;
    /** That of the root which this state was made for. */
    private volatile RootJob job;

    /** @param state what is written and read as the trace state */
    LocalTraceState(TraceState state, Trace trace) {
        this.delegate = state instanceof LocalTraceState carrying ? carrying.delegate : state;
        this.trace = trace;
    }

    /** The local trace of a span of this process; null if it has none. */
    static Trace traceOf(SpanContext span) {
        return span.getTraceState() instanceof LocalTraceState carrying ? carrying.trace : null;
    }

    /**
     * Keeps the job of a root until {@link #take} asks for it.
     *
     * @return false if nothing of the root leads to it, or there is another: it is not kept then
     */
    public static boolean keep(Span root, RootJob job) {
        return root.getSpanContext().getTraceState() instanceof LocalTraceState state && JOB.compareAndSet(state, null, job);
    }

    /** The job of a root that is ending, once; null if it has none. */
    public static RootJob take(ReadableSpan root) {
        if (root.getSpanContext().getTraceState() instanceof LocalTraceState state) {
            RootJob kept = state.job;
            // what is below a root has its state, and is not its end
            return kept != null && kept.isOf(root) && JOB.compareAndSet(state, kept, null) ? kept : null;
        }
        return null;
    }

    /** What is known of the time of the local trace of a span; null if it has none. */
    public static TraceLedger ledgerOf(SpanContext span) {
        Trace trace = traceOf(span);
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
        Trace trace = traceOf(span.getSpanContext());
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

    /** A local trace, as its spans know it; thread-safe. */
    interface Trace {

        TraceLedger ledger();

        /** The first root while it is waited for; else null. */
        ReadableSpan openRoot();
    }

    /** What a root does that is over with its span; thread-safe. */
    public interface RootJob {

        boolean isOf(ReadableSpan root);

        /**
         * Its root is ending, and can still be changed; a second time is harmless.
         *
         * @param endEpochNanos when, in nanoseconds since the epoch
         * @param success whether the request was answered as it should be
         */
        void complete(long endEpochNanos, boolean success);
    }
}
