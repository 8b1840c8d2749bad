package io.steptrace.runtime.internal.export.trouble;

import java.time.Duration;

import io.steptrace.runtime.internal.export.BreakerState;
import io.steptrace.runtime.internal.export.PartialSuccess;

/** What happens to an export that an operator may have to know; thread-safe. Nothing of it is said by default. */
public interface Trouble {

    /** An attempt has failed. */
    default void failed(String why) {
    }

    /** A batch has left the spool. */
    default void settled() {
    }

    /** The collector has accepted a batch, but has something to say. */
    default void remarked(PartialSuccess answer) {
    }

    /** The circuit breaker has a new state. */
    default void breaker(BreakerState state, Duration resetTimeout) {
    }

    /**
     * It may be time for a summary.
     *
     * @return when to call again, if nothing else happens before; {@code null} if there is no trouble
     */
    default Duration report() {
        return null;
    }

    /**
     * How the spool is doing.
     *
     * @param why why its folder cannot be used, or null if it can
     */
    default void refused(String why) {
    }

    /**
     * The export is over.
     *
     * @param keptSpans how many spans are left where the next start finds them
     * @param lostSpans how many were lost because of the end
     */
    default void leftBehind(long keptSpans, long lostSpans) {
    }
}
