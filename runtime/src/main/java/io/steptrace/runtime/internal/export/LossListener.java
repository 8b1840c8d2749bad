package io.steptrace.runtime.internal.export;

import java.util.List;

/**
 * Learns of every span that will not reach the collector; called under the spool's lock, so it is quick and calls nothing back.
 */
@FunctionalInterface
public interface LossListener {

    /** More spans waited for a batch than may. */
    String QUEUE_FULL = "queue_full";

    /** Could not be turned into a request. */
    String ENCODING = "encoding";

    /** There was no memory for them. */
    String OUT_OF_MEMORY = "out_of_memory";

    /** An error of ours came with them. */
    String UNEXPECTED = "unexpected";

    /** Dropped to make room, or too large for the spool. */
    String SPOOL_FULL = "spool_full";

    /** Ended too late, or held in memory alone when the process ended. */
    String SHUTDOWN = "shutdown";

    /** Found damaged in the spool's folder. */
    String SPOOL_DAMAGED = "spool_damaged";

    /** All of these. */
    List<String> REASONS = List.of(QUEUE_FULL, ENCODING, OUT_OF_MEMORY, UNEXPECTED, SPOOL_FULL, SHUTDOWN, SPOOL_DAMAGED);

    /**
     * Spans are lost.
     *
     * @param reason a low-cardinality word, becomes {@code error.type} of the metric
     * @param spans how many; 0 if something is lost of which it is unknown how many spans it held
     */
    void lost(String reason, long spans);

    /** What an error that a batch came with is counted as. */
    static String reasonOf(Throwable error, String otherwise) {
        return error instanceof OutOfMemoryError ? OUT_OF_MEMORY : otherwise;
    }
}
