package io.steptrace.runtime.internal.promotion;

import java.util.function.Supplier;

import io.steptrace.runtime.internal.stats.RoutePercentiles;

/** Counts each wait after it was judged, so that none is compared with itself. */
record CountedWaits(PromotionPolicy delegate, RoutePercentiles queueWaits, RoutePercentiles parks) implements PromotionPolicy {

    @Override
    public boolean promotesQueueWait(long nanos, Supplier<String> route) {
        boolean isPromoted = delegate.promotesQueueWait(nanos, route);
        queueWaits.of(route.get()).record(nanos);
        return isPromoted;
    }

    @Override
    public boolean promotesPark(long nanos, Supplier<String> route) {
        boolean isPromoted = delegate.promotesPark(nanos, route);
        parks.of(route.get()).record(nanos);
        return isPromoted;
    }
}
