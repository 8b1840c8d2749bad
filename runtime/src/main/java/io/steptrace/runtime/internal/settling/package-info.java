/**
 * Spans on their way to our exporter, which waits for what is known of them only after their end. Imports {@code trace} and the
 * OpenTelemetry SDK.
 */
package io.steptrace.runtime.internal.settling;
