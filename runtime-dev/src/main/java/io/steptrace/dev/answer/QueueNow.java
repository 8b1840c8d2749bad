package io.steptrace.dev.answer;

/**
 * A queue.
 *
 * @param running how many workers are busy
 * @param concurrency how many there may be
 * @param waiting how many jobs wait for one
 * @param capacity how many may
 * @param p95WaitNanos of the last minute; null of fewer than twenty jobs
 * @param advice null if there is nothing to say
 */
public record QueueNow(String name, int running, int concurrency, int waiting, int capacity, Long p95WaitNanos, String advice) {
}
