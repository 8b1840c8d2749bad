package io.steptrace.runtime.internal.verdict;

/**
 * A call of something outside, as long as it was open.
 *
 * @param what its name
 * @param beginNanos when it began, in nanoseconds since the epoch
 * @param endNanos when it ended, not before it began
 */
public record Call(String what, long beginNanos, long endNanos) implements Part {
}
