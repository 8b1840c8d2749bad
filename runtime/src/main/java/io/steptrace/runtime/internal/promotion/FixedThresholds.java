package io.steptrace.runtime.internal.promotion;

import java.util.function.Supplier;

/** Compares each wait with the same two lengths of time. */
record FixedThresholds(long queueWaitNanos, long parkNanos) implements PromotionPolicy {

    static final FixedThresholds ZERO = new FixedThresholds(0, 0);

    @Override
    public boolean promotesQueueWait(long nanos, Supplier<String> route) {
        return nanos >= queueWaitNanos;
    }

    @Override
    public boolean promotesPark(long nanos, Supplier<String> route) {
        return nanos >= parkNanos;
    }
}
