package io.steptrace.runtime.internal.export.delivery;

import java.time.Duration;

/**
 * How fast a backlog is sent to a collector that has just recovered: it rests as long as it worked for the last request, so
 * that a drain takes at most half of its time. Used by one thread.
 */
final class RecoveryPace {

    private static final long LONGEST_REST = Duration.ofSeconds(1).toNanos();

    private boolean recovering;

    /** The collector failed: what gathers meanwhile is a backlog. */
    void failed() {
        recovering = true;
    }

    /** Nothing is left to send. */
    void drained() {
        recovering = false;
    }

    /** How long to rest after a request that took this long, in nanoseconds. */
    long restAfter(long requestNanos) {
        return recovering ? Math.min(requestNanos, LONGEST_REST) : 0;
    }
}
