package io.steptrace.runtime.internal.trace;

/** Why a local trace is over. */
public enum TraceEnd {

    /** What was waited for has ended. */
    ENDED(false, false),
    /** It has as many spans as may be held of one. */
    MAX_SPANS(true, false),
    /** It is the oldest of too many. */
    MAX_TRACES(true, true),
    /** It is large, and all together have too many spans. */
    HELD_SPANS(true, true),
    /** Its roots took too long. */
    MAX_WAIT(true, false),
    /** The process is about to stop. */
    STOPPING(true, false),
    /** There will be no more spans. */
    STOPPED(true, true);

    private final boolean isForced;
    private final boolean releases;

    TraceEnd(boolean isForced, boolean releases) {
        this.isForced = isForced;
        this.releases = releases;
    }

    /** Whether the roots are not waited for any longer. */
    boolean isForced() {
        return isForced;
    }

    /** Whether nothing of the trace is held any longer. */
    boolean releases() {
        return releases;
    }
}
