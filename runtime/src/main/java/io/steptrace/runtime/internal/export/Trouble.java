package io.steptrace.runtime.internal.export;

import java.time.Duration;

/** What happens to an export that an operator may have to know; thread-safe. Nothing of it is said by default. */
interface Trouble {

    /** An attempt has failed. */
    default void failed(String why) {
    }

    /** A batch has left the spool. */
    default void settled() {
    }

    /** The collector has accepted a batch, but has something to say. */
    default void remarked(Answer answer) {
    }

    /** The circuit breaker has a new state. */
    default void breaker(ExportGuard.State state, Duration resetTimeout) {
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
     * The export is over.
     *
     * @param kept whether what is left in the spool survives the process
     */
    default void leftBehind(SpoolFill left, boolean kept) {
    }
}
