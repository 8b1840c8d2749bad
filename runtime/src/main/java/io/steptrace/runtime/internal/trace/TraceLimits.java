package io.steptrace.runtime.internal.trace;

import java.time.Duration;

/**
 * How much of the traces that are not over is held.
 *
 * @param maxTraces traces, at least 1
 * @param maxSpansPerTrace ended spans of one trace, at least 1
 * @param maxSpans ended spans of all traces together, at least 1
 * @param maxWait how long a listener waits for the roots of a trace at most, more than zero
 */
public record TraceLimits(int maxTraces, int maxSpansPerTrace, int maxSpans, Duration maxWait) {
}
