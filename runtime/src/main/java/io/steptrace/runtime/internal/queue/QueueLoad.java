package io.steptrace.runtime.internal.queue;

/**
 * How full a queue is at one moment.
 *
 * @param running how many workers are busy
 * @param concurrency how many there may be
 * @param waiting how many jobs wait for one
 * @param capacity how many may
 */
public record QueueLoad(int running, int concurrency, int waiting, int capacity) {
}
