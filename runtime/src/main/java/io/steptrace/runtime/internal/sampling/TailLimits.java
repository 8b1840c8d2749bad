package io.steptrace.runtime.internal.sampling;

import java.time.Duration;

/**
 * How much is held back until it is decided.
 *
 * @param maxTraces undecided traces, at least 1
 * @param maxSpansPerTrace at least 1
 * @param maxSpans of all undecided traces, at least 1
 * @param decisionWait the longest time a trace stays undecided, more than zero
 */
public record TailLimits(int maxTraces, int maxSpansPerTrace, int maxSpans, Duration decisionWait) {
}
