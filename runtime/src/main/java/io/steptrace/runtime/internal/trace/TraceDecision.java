package io.steptrace.runtime.internal.trace;

/** What is decided on a local trace; thread-safe. It outlives the spans, for those that end later. */
public final class TraceDecision {

    private boolean isDropped;
    private String keptFor;

    /** Decides on the trace, while its roots are about to be over; {@code null} drops it. */
    public synchronized void decide(String reasonToKeep) {
        keptFor = reasonToKeep;
        isDropped = reasonToKeep == null;
    }

    /** Why the trace is kept; null if it is not, or not decided. */
    public synchronized String keptFor() {
        return keptFor;
    }

    /** Whether it was decided not to keep the trace. */
    public synchronized boolean isDropped() {
        return isDropped;
    }
}
