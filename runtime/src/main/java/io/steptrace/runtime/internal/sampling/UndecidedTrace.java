package io.steptrace.runtime.internal.sampling;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.sdk.trace.ReadableSpan;

/** The spans of a local trace until it is decided, and the decision from then on; thread-safe. */
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
    private final long begunNanos;
    private final long number;

    private List<ReadableSpan> spans = new ArrayList<>();
    private ReadableSpan lastRoot;
    private int openRoots;
    private boolean isDecided;
    private String keptFor;

    /** @param number greater than that of any trace that has begun before */
    UndecidedTrace(String traceId, long begunNanos, long number) {
        this.traceId = traceId;
        this.begunNanos = begunNanos;
        this.number = number;
    }

    String traceId() {
        return traceId;
    }

    long begunNanos() {
        return begunNanos;
    }

    long number() {
        return number;
    }

    /** A local root has started; false if the trace was dropped before, and the root begins another one. */
    synchronized boolean rootStarted() {
        if (isDecided && keptFor == null) {
            return false;
        }
        openRoots++;
        return true;
    }

    synchronized Next add(ReadableSpan span, boolean isRoot, int maxSpans) {
        if (isRoot) {
            openRoots--;
        }
        if (isDecided) {
            return keptFor == null ? Next.FORGET : Next.FORWARD;
        }
        if (isRoot) {
            lastRoot = span;
        }
        spans.add(span);
        if (isRoot && openRoots <= 0) {
            return Next.DECIDE;
        }
        return spans.size() < maxSpans ? Next.WAIT : Next.DECIDE_FULL;
    }

    /**
     * Decides, unless somebody else has.
     *
     * @return what is to be forwarded, and what is to be counted; null if the trace was decided before
     */
    synchronized Decision decide(TailRules rules, long nowNanos) {
        if (isDecided) {
            return null;
        }
        boolean hasEnded = lastRoot != null && openRoots <= 0;
        long elapsed = hasEnded ? lastRoot.getLatencyNanos() : nowNanos - begunNanos;
        keptFor = rules.reasonToKeep(new LocalTraceView(spans, hasEnded ? lastRoot : null, elapsed));
        isDecided = true;
        Decision decision = new Decision(keptFor, spans);
        // the decision outlives the spans by far
        spans = null;
        lastRoot = null;
        return decision;
    }

    synchronized boolean hasOpenRoots() {
        return openRoots > 0;
    }

    synchronized String keptFor() {
        return keptFor;
    }

    synchronized boolean isDecided() {
        return isDecided;
    }

    /**
     * A decision.
     *
     * @param reason why the trace is kept; null if it is not
     * @param spans those that have ended
     */
    record Decision(String reason, List<ReadableSpan> spans) {
    }
}
