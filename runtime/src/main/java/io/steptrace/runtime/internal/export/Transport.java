package io.steptrace.runtime.internal.export;

/** Sends one request to the collector; used by one thread at a time. */
public interface Transport extends AutoCloseable {

    /**
     * Sends a batch once, and waits for the answer.
     *
     * @throws ExportFailure if the collector did not accept the batch
     * @throws InterruptedException if the thread was interrupted; the request is given up
     */
    PartialSuccess send(Batch batch) throws ExportFailure, InterruptedException;

    /** Leaves the present connection, because nothing is to be sent for a while; the next request makes another. */
    default void disconnect() {
        // nothing to leave
    }

    /** Where requests go, fit for a log: without credentials, query or headers. */
    String target();

    /** Releases connections. Closing twice is harmless. */
    @Override
    void close();
}
