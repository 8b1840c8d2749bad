package io.steptrace.runtime.internal.verdict;

/**
 * A stretch of time in which one thread ran code of a trace.
 *
 * @param threadId the id of the thread, virtual or not
 * @param beginNanos when it began, in nanoseconds since the epoch
 * @param endNanos when it ended, not before it began
 */
public record Stretch(long threadId, long beginNanos, long endNanos) implements Part {
}
