package io.steptrace.runtime.internal.pool;

/**
 * Which pools are observed.
 *
 * @param jdbc whether those of data sources are
 */
public record PoolParks(boolean jdbc) {
}
