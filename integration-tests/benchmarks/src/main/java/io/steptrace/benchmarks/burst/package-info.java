/**
 * Compares how fast two exporters of the same application deliver spans. Imports {@code served} and Vert.x; knows nothing of
 * the
 * extension or of Quarkus.
 */
package io.steptrace.benchmarks.burst;
