package io.steptrace.runtime.internal.trace.ledger;

import io.steptrace.runtime.internal.waits.DetectedWait;

/**
 * A stretch of time, at least as long as the waits that are reported, in which one thread ran the code of one span.
 *
 * @param threadId the id of the thread
 * @param beginNanos when it began, in nanoseconds since the epoch
 * @param endNanos when it ended
 * @param owner the span
 * @param isItsOwn whether the code is that of the span itself, and not of a task that is recorded on it
 */
record Segment(long threadId, long beginNanos, long endNanos, SlowSpan owner, boolean isItsOwn) {

    long lengthNanos() {
        return endNanos - beginNanos;
    }

    /** How much of a wait lies inside. */
    long overlapNanos(DetectedWait wait) {
        return Math.min(endNanos, wait.endNanos()) - Math.max(beginNanos, wait.beginNanos());
    }

    /** The part of a wait that lies inside. */
    DetectedWait clip(DetectedWait wait) {
        return new DetectedWait(wait.event(), wait.cause(), threadId, wait.threadName(),
                Math.max(beginNanos, wait.beginNanos()), Math.min(endNanos, wait.endNanos()), wait.place(), wait.token(),
                wait.peerAddress(), wait.peerPort());
    }
}
