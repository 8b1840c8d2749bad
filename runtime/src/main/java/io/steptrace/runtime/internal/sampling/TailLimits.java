package io.steptrace.runtime.internal.sampling;

import java.time.Duration;

/**
 * How much is held back until it is decided, and how much is kept.
 *
 * @param maxTraces undecided traces, at least 1
 * @param maxSpansPerTrace at least 1
 * @param maxSpans of all undecided traces, at least 1
 * @param decisionWait the longest time a trace stays undecided, more than zero
 * @param maxKeptPerSecond kept traces, 0 for no limit
 */
public record TailLimits(int maxTraces, int maxSpansPerTrace, int maxSpans, Duration decisionWait, int maxKeptPerSecond) {
}
