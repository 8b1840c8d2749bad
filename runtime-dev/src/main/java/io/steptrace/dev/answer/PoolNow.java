package io.steptrace.dev.answer;

/**
 * A pool of connections.
 *
 * @param used how many connections are in use
 * @param size how many there may be; null if unknown
 * @param waiting how many callers wait for one; null if unknown
 */
public record PoolNow(String name, int used, Integer size, Integer waiting) {
}
