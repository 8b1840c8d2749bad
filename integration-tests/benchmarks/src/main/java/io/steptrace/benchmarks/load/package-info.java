/**
 * Compares builds of an application under load. Imports {@code comparison}, {@code served} and Vert.x; knows nothing of the
 * extension but the keys of its configuration.
 */
package io.steptrace.benchmarks.load;
