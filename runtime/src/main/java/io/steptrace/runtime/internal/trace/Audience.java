package io.steptrace.runtime.internal.trace;

import java.util.List;

import io.opentelemetry.sdk.trace.ReadableSpan;

/** The listeners to one sort of traces, the sampled ones or the rest; immutable. */
final class Audience {

    /** Arrays: each request goes through them several times, and needs no iterator for that. */
    private final TraceListener[] ofRoots;
    private final TraceListener[] ofAll;
    private final boolean waitsForEachRoot;
    private final boolean judges;

    Audience(List<TraceListener> listeners, boolean isSampled) {
        List<TraceListener> wanting = listeners.stream().filter(listener -> listener.wants(isSampled)).toList();
        this.ofRoots = wanting.stream().filter(listener -> !listener.waitsForAll()).toArray(TraceListener[]::new);
        this.judges = isSampled && wanting.stream().anyMatch(TraceListener::wantsVerdict);
        this.waitsForEachRoot = wanting.stream()
                .anyMatch(listener -> !listener.waitsForAll() && listener.waitsForEachRoot());
        this.ofAll = wanting.stream().filter(TraceListener::waitsForAll).toArray(TraceListener[]::new);
    }

    boolean isEmpty() {
        return !waitsForRoots() && !waitsForAll();
    }

    /** Whether there are listeners for which a trace is over with its roots. */
    boolean waitsForRoots() {
        return ofRoots.length > 0;
    }

    /** Whether the verdict on a trace is of use whatever is decided on it. */
    boolean judges() {
        return judges;
    }

    /** Whether roots are waited for after the first, and none for longer than is allowed. */
    boolean waitsForEachRoot() {
        return waitsForEachRoot;
    }

    /** Whether there are listeners for which a trace is over with all of its spans. */
    boolean waitsForAll() {
        return ofAll.length > 0;
    }

    /** The roots are about to be over; with the trace locked. */
    void decide(TraceView trace, TraceEnd end) {
        for (TraceListener listener : ofRoots) {
            listener.decide(trace, end);
        }
    }

    /** The roots are over. */
    void rootsOver(TraceView trace) {
        for (TraceListener listener : ofRoots) {
            listener.over(trace);
        }
    }

    /** All is over. */
    void allOver(TraceView trace) {
        for (TraceListener listener : ofAll) {
            listener.over(trace);
        }
    }

    /** A span has ended after the roots were over. */
    void lateForRoots(TraceDecision decision, ReadableSpan span) {
        for (TraceListener listener : ofRoots) {
            listener.late(decision, span);
        }
    }

    /** A span has ended after all was over, or without a trace, whose decision is null then. */
    void late(TraceDecision decision, ReadableSpan span) {
        lateForRoots(decision, span);
        for (TraceListener listener : ofAll) {
            listener.late(decision, span);
        }
    }
}
