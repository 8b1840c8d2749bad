package io.steptrace.runtime.internal.export;

/** The states of the circuit breaker in front of the collector. */
public enum BreakerState {
    CLOSED,
    HALF_OPEN,
    OPEN
}
