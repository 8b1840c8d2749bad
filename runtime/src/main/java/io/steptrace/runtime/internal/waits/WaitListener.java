package io.steptrace.runtime.internal.waits;

/** Gets the waits of all threads as the JDK reports them, about a second late, in any order. Called by one thread at a time. */
public interface WaitListener {

    /**
     * A wait at least as long as the threshold is over.
     *
     * @return whether it belongs to work; of those that do not there may be many
     */
    boolean waited(DetectedWait wait);

    /** All waits that have ended by then, in nanoseconds since the epoch, have been reported; called about once a second. */
    void reportedUntil(long epochNanos);

    /** No more waits will be reported. */
    void stopped();
}
