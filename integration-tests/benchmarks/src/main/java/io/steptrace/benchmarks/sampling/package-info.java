/**
 * Compares an application that keeps what is worth it with one that exports every trace. Imports {@code served} and Vert.x;
 * knows
 * nothing of the extension or of Quarkus.
 */
package io.steptrace.benchmarks.sampling;
