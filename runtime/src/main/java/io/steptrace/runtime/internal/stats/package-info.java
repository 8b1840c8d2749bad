/**
 * Sums and percentiles of the recent past, overall and per route, maps with a bound, and what is there by when it came. Imports
 * {@code java.*}, {@code time} and HdrHistogram only.
 */
package io.steptrace.runtime.internal.stats;
