package io.steptrace.dev.advice;

/**
 * A job that went through a queue.
 *
 * @param arrivedNanos when it was enqueued, in nanoseconds since the epoch
 * @param waitedNanos for a worker
 * @param takenNanos for how long it took the worker, working or waiting
 * @param workingNanos for how long of that it was working
 */
public record RecentJob(String queue, long arrivedNanos, long waitedNanos, long takenNanos, long workingNanos) {
}
