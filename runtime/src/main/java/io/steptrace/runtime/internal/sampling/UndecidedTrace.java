package io.steptrace.runtime.internal.sampling;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.stats.RoutePercentiles;

/**
 * The spans of a local trace until it is decided, and the decision from then on: its spans that end later find it there.
 * Thread-safe.
 */
final class UndecidedTrace {

    /** What a new span means for its trace. */
    enum Next {
        /** Nothing yet. */
        WAIT,
        /** Its last open root has ended. */
        DECIDE,
        /** There is no room for more spans. */
        DECIDE_FULL,
        /** The trace is kept already, and so is the span. */
        FORWARD,
        /** The trace is dropped already, and so is the span. */
        FORGET
    }

    private final String traceId;

    private long begunNanos;
    private long number;
    private List<ReadableSpan> spans = new ArrayList<>();
    /** Ids of spans of this trace that {@link OwnSpans} knows. */
    private List<String> known = new ArrayList<>();
    private String firstRootId;
    /** The first root, once it has ended: the others are what it has called, and may outlive it. */
    private ReadableSpan root;
    private int openRoots;
    private boolean isDecided;
    private String keptFor;

    /** One whose first root is about to start. */
    UndecidedTrace(String traceId) {
        this.traceId = traceId;
    }

    String traceId() {
        return traceId;
    }

    /** The first root starts; before any other thread can see the trace. */
    void begin(String rootId, long nowNanos, long greaterThanBefore) {
        firstRootId = rootId;
        begunNanos = nowNanos;
        number = greaterThanBefore;
    }

    long begunNanos() {
        return begunNanos;
    }

    /** Greater than that of any trace that has begun before. */
    long number() {
        return number;
    }

    /** A root starts; whether it is the first. Others are called by a span of this trace. */
    synchronized boolean rootStarted() {
        return openRoots++ == 0 && number == 0;
    }

    /** A span starts, of which {@link OwnSpans} is to know until the decision; further ones than are held it need not know. */
    synchronized void started(String spanId, int maxSpans, OwnSpans own) {
        if (!isDecided && known.size() < maxSpans && own.add(spanId, this)) {
            known.add(spanId);
        }
    }

    /** A span has ended. */
    synchronized Next add(ReadableSpan span, boolean isRoot, int maxSpans, TracesBySize bySize) {
        if (isRoot) {
            openRoots--;
        }
        if (isDecided) {
            return keptFor == null ? Next.FORGET : Next.FORWARD;
        }
        if (isRoot && span.getSpanContext().getSpanId().equals(firstRootId)) {
            root = span;
        }
        bySize.grown(this, spans.size() + 1);
        spans.add(span);
        if (isRoot && openRoots <= 0) {
            return Next.DECIDE;
        }
        return spans.size() < maxSpans ? Next.WAIT : Next.DECIDE_FULL;
    }

    /**
     * Decides, unless it is decided.
     *
     * @return what is to be forwarded, and what is to be counted; null if the trace was decided before
     */
    synchronized Decision decide(TailRules rules, KeepRate rate, long nowNanos) {
        if (isDecided) {
            return null;
        }
        long elapsed = root != null ? root.getLatencyNanos() : nowNanos - begunNanos;
        String reason = rules.reasonToKeep(new LocalTraceView(spans, root, elapsed));
        boolean isOneTooMany = reason != null
                && !rate.admits(root != null ? SpanFacts.route(root) : RoutePercentiles.OTHER);
        // made before anything is decided, which nobody would learn if there were no memory for it
        Decision decision = new Decision(isOneTooMany ? null : reason, isOneTooMany, spans, known);
        keptFor = decision.reason();
        isDecided = true;
        // the decision outlives the spans by far: as long as a span that has not ended
        spans = null;
        known = null;
        root = null;
        return decision;
    }

    /** How many spans it holds. */
    synchronized int size() {
        return isDecided ? 0 : spans.size();
    }

    synchronized String keptFor() {
        return keptFor;
    }

    /**
     * A decision.
     *
     * @param reason why the trace is kept; null if it is not
     * @param isOneTooMany whether there was a reason, but too many were kept of late
     * @param spans those that have ended
     * @param known the ids under which {@link OwnSpans} knows the trace
     */
    record Decision(String reason, boolean isOneTooMany, List<ReadableSpan> spans, List<String> known) {
    }
}
