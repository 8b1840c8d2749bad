package io.steptrace.runtime.internal.promotion;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.steptrace.runtime.internal.stats.RoutePercentiles;

/** Decides which waits of a job become child spans; asked once for each wait. Stateless or thread-safe. */
public interface PromotionPolicy {

    /**
     * Whether a wait in a queue of this length becomes a {@code job.queue_wait} span.
     *
     * @param route of the request the job belongs to
     */
    boolean promotesQueueWait(long queueWaitNanos, Supplier<String> route);

    /** Whether a single park of this length becomes a {@code job.park(...)} span; parameters as for a wait in a queue. */
    boolean promotesPark(long parkNanos, Supplier<String> route);

    /** Promotes every wait, however short: for debugging. */
    static PromotionPolicy always() {
        return FixedThresholds.ZERO;
    }

    /** Promotes waits that reach a fixed threshold. */
    static PromotionPolicy atLeast(Duration queueWait, Duration parkWait) {
        return new FixedThresholds(TimeUnit.NANOSECONDS.convert(queueWait), TimeUnit.NANOSECONDS.convert(parkWait));
    }

    /** Decides as another policy does, and counts each wait among those of its route. */
    static PromotionPolicy counting(PromotionPolicy delegate, RoutePercentiles queueWaits, RoutePercentiles parks) {
        return new CountedWaits(delegate, queueWaits, parks);
    }

    /** Promotes waits that another policy promotes and that reach what 95 of 100 on their route did not exceed of late. */
    static PromotionPolicy unusual(PromotionPolicy floor, RoutePercentiles queueWaits, RoutePercentiles parks) {
        return new RouteThresholds(floor, queueWaits, parks);
    }
}
