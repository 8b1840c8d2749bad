package io.steptrace.runtime.internal.promotion;

import java.util.function.Supplier;

import io.steptrace.runtime.internal.stats.RollingPercentile;
import io.steptrace.runtime.internal.stats.RoutePercentiles;

/** Compares each wait with the 95th percentile of its kind on its route, once there is one, with a floor. */
record RouteThresholds(PromotionPolicy floor, RoutePercentiles queueWaits, RoutePercentiles parks) implements PromotionPolicy {

    @Override
    public boolean promotesQueueWait(long nanos, Supplier<String> route) {
        return floor.promotesQueueWait(nanos, route) && isUnusual(nanos, queueWaits.of(route.get()));
    }

    @Override
    public boolean promotesPark(long nanos, Supplier<String> route) {
        return floor.promotesPark(nanos, route) && isUnusual(nanos, parks.of(route.get()));
    }

    private static boolean isUnusual(long nanos, RollingPercentile usual) {
        long p95 = usual.p95Nanos();
        // during warm-up the floor alone decides
        return p95 == Long.MAX_VALUE || nanos >= p95;
    }
}
