/**
 * The drill of the export's memory: small heaps, large spans, and a collector that takes none of them for a while. Imports
 * {@code drill}, {@code served}, the collectors of the integration tests and Vert.x; knows nothing of the extension or of
 * Quarkus.
 */
package io.steptrace.benchmarks.drill.memory;
