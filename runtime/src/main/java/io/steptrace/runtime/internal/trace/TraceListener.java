package io.steptrace.runtime.internal.trace;

import io.opentelemetry.sdk.trace.ReadableSpan;

/**
 * Gets the spans of each local trace, every span once: together once the trace is over, or by itself if it ends after that.
 * Spans beyond those that may be held of one trace are only counted for a listener that waits for all. Called by any thread,
 * for different traces at the same time.
 */
public interface TraceListener {

    /** Whether it wants the traces that were sampled at their beginning, or those that were not; mostly both. */
    default boolean wants(boolean isSampled) {
        return true;
    }

    /**
     * Whether a trace is over only once all of its spans have ended; else it is over with its roots, which what they left
     * behind may outlive.
     */
    boolean waitsForAll();

    /**
     * Whether a trace that is over with its roots waits for all of them, up to the limits for one trace; else for the first,
     * however long that takes, and spans beyond the limits are only counted.
     */
    default boolean waitsForEachRoot() {
        return true;
    }

    /** Whether it makes use of the verdict on a trace. */
    default boolean wantsVerdict() {
        return true;
    }

    /**
     * The roots of a trace are about to be over, be it for want of room; called only if it does not wait for all. The trace is
     * locked meanwhile, so that what is decided here holds for each span that ends later. If this fails, they are not over yet.
     */
    default void decide(TraceView trace, TraceEnd end) {
        // there is nothing to decide where a trace is only looked at
    }

    /**
     * A trace is over, be it for want of room. Called once, and again for what begins below a trace that has been over for
     * listeners that wait for all.
     */
    void over(TraceView trace);

    /**
     * A span has ended whose trace is over already.
     *
     * @param decision null if the trace is not known, because the trace state or the sampler was replaced
     */
    default void late(TraceDecision decision, ReadableSpan span) {
        // such a span is of no use to what looks at whole traces
    }
}
