package io.steptrace.runtime.internal.waits;

import io.steptrace.ParkCause;

/**
 * A wait of one thread that the JDK has reported.
 *
 * @param event the name of the JDK's event, such as {@code jdk.SocketRead}
 * @param cause the kind of wait
 * @param threadId the id of the thread that waited, virtual or not; {@link #ALL_THREADS} for a pause of the JVM
 * @param threadName its name; {@code null} for a pause of the JVM
 * @param beginNanos when the wait began, in nanoseconds since the epoch
 * @param endNanos when it ended, not before it began
 * @param place where the application waited; never {@code null}
 * @param token what was waited for, such as the class of a monitor; {@code null} if unknown
 * @param peerAddress the other end of a socket; {@code null} if it was none, or is unknown
 * @param peerPort its port; 0 if unknown
 */
public record DetectedWait(String event, ParkCause cause, long threadId, String threadName, long beginNanos, long endNanos,
        WaitPlace place, String token, String peerAddress, int peerPort) {

    /** No thread in particular. */
    public static final long ALL_THREADS = 0;

    /** The line of code that waited, as far as it is known by now. */
    public CodePlace code() {
        return place.code();
    }

    /** How long it took. */
    public long durationNanos() {
        return endNanos - beginNanos;
    }
}
