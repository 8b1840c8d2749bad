/**
 * Drills of the export: what becomes of spans, heap and answers while the collector is gone or comes and goes. Imports
 * {@code served}, the collectors of the integration tests and Vert.x; knows nothing of the extension or of Quarkus.
 */
package io.steptrace.benchmarks.drill;
