package io.steptrace.dev.answer;

/**
 * The circuit breaker in front of the collector.
 *
 * @param state {@code closed}, {@code half_open} or {@code open}
 */
public record BreakerNow(String state) {
}
