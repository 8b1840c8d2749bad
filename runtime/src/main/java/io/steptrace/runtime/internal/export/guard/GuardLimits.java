package io.steptrace.runtime.internal.export.guard;

import java.time.Duration;

/**
 * How often and how long a request is repeated, and when the circuit breaker opens.
 *
 * @param maxAttempts attempts in all, the first included, at least 1
 * @param initialInterval before the first repetition
 * @param multiplier by which the interval grows, at least 1
 * @param maxInterval where it stops growing
 * @param maxElapsedTime no repetition begins later than this after the first attempt
 * @param maxRetryAfter the most that is obeyed of what a collector asks for; what is longer than {@code maxElapsedTime} is
 *        obeyed outside of the guard
 * @param jitter the part of an interval that is random, 0 to 1
 * @param attemptTimeout of each attempt
 * @param failureThreshold consecutive failed attempts that open the breaker, at least 1
 * @param resetTimeout how long it stays open
 */
public record GuardLimits(int maxAttempts, Duration initialInterval, double multiplier, Duration maxInterval,
        Duration maxElapsedTime, Duration maxRetryAfter, double jitter, Duration attemptTimeout, int failureThreshold,
        Duration resetTimeout) {
}
