/**
 * What it costs to look for waits, and what becomes of many of them. Imports {@code comparison}, {@code served} and the
 * collector of the tests.
 */
package io.steptrace.benchmarks.waits;
