package io.steptrace.runtime.internal.export.guard;

import java.util.function.DoubleSupplier;

import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import io.steptrace.runtime.internal.export.ExportFailure;

/**
 * Growing intervals with jitter, that give way to the {@code Retry-After} of a collector; one instance for each request. Fault
 * Tolerance has exponential back-off with whole factors only, and knows no {@code Retry-After}.
 */
final class Backoff implements CustomBackoffStrategy {

    private final GuardLimits limits;
    private final DoubleSupplier random;

    private double intervalMillis;

    /** Takes random numbers from 0 to 1. */
    Backoff(GuardLimits limits, DoubleSupplier random) {
        this.limits = limits;
        this.random = random;
        this.intervalMillis = limits.initialInterval().toMillis();
    }

    @Override
    public long nextDelayInMillis(Throwable failure) {
        double spread = 1 + limits.jitter() * (2 * random.getAsDouble() - 1);
        long delay = Math.round(Math.min(intervalMillis, limits.maxInterval().toMillis()) * spread);
        intervalMillis = Math.min(intervalMillis * limits.multiplier(), limits.maxInterval().toMillis());
        return Math.max(delay, askedFor(failure));
    }

    private long askedFor(Throwable failure) {
        if (failure instanceof ExportFailure answered && answered.retryAfter() != null) {
            return Math.min(answered.retryAfter().toMillis(), limits.maxRetryAfter().toMillis());
        }
        return 0;
    }
}
