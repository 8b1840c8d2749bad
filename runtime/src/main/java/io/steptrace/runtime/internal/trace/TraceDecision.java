package io.steptrace.runtime.internal.trace;

/** What is decided on a local trace; thread-safe. It outlives the spans, for those that end later. */
public interface TraceDecision {

    /** Decides on the trace, while its roots are about to be over; {@code null} drops it. */
    void decide(String reasonToKeep);

    /** Why the trace is kept; null if it is not, or not decided. */
    String keptFor();

    /** Whether it was decided not to keep the trace. */
    boolean isDropped();
}
