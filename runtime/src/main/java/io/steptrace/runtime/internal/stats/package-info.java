/**
 * Sums and percentiles of the recent past, overall and per route, and maps with a bound. Imports {@code java.*}, {@code time}
 * and HdrHistogram only.
 */
package io.steptrace.runtime.internal.stats;
