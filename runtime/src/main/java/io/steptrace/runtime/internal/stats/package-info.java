/** Rolling percentiles, overall and per route. Imports {@code java.*}, {@code time} and HdrHistogram only. */
package io.steptrace.runtime.internal.stats;
