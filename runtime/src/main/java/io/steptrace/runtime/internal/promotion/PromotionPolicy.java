package io.steptrace.runtime.internal.promotion;

import java.time.Duration;

/** Decides which waits of a finished job become child spans; stateless or thread-safe. */
public interface PromotionPolicy {

    /** Whether a wait in a queue of this length becomes a {@code job.queue_wait} span. */
    boolean promotesQueueWait(long queueWaitNanos);

    /** Whether a single park of this length becomes a {@code job.park(...)} span. */
    boolean promotesPark(long parkNanos);

    /** Promotes every wait, however short: for debugging. */
    static PromotionPolicy always() {
        return FixedThresholds.ZERO;
    }

    /** Promotes waits that reach a fixed threshold. */
    static PromotionPolicy atLeast(Duration queueWait, Duration parkWait) {
        return new FixedThresholds(queueWait.toNanos(), parkWait.toNanos());
    }
}
