/**
 * Whose failure an exception is, and how it is written to a span. Imports {@code telemetry} and {@code text}.
 */
package io.steptrace.runtime.internal.failure;
