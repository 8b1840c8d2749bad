/**
 * From the end of a span to the exporter: a queue that is bounded in bytes, and the thread that empties it. Imports
 * {@code export} for what is lost, {@code encoding} and {@code telemetry}.
 */
package io.steptrace.runtime.internal.export.batching;
