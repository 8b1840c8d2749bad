/**
 * Drills of the export: what becomes of spans, heap and answers while the collector is gone or takes nothing
 * from an application with a small heap. Imports {@code comparison}, {@code served}, the collectors of the integration tests
 * and Vert.x; knows nothing of the extension but the keys of its configuration.
 */
package io.steptrace.benchmarks.drill;
