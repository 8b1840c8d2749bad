package io.steptrace.runtime.internal.export;

/**
 * Told of every span that will not reach the collector; called under the spool's lock, so it is quick and calls nobody back.
 */
@FunctionalInterface
public interface LossListener {

    /** Dropped to make room, or too large for the spool. */
    String SPOOL_FULL = "spool_full";

    /** Could not be written to the spool's folder. */
    String SPOOL_FAILED = "spool_failed";

    /** Found damaged in the spool's folder. */
    String SPOOL_DAMAGED = "spool_damaged";

    /**
     * Spans are lost.
     *
     * @param reason a low-cardinality word, becomes {@code error.type} of the metric
     * @param spans how many; 0 if something is lost of which nobody can tell how many spans it held
     */
    void lost(String reason, long spans);
}
