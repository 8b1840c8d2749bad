/**
 * Local traces: what the work in one of them shares, and the one place where their spans come together until they are over.
 * Imports {@code time}, {@code stats}, {@code telemetry}, {@code failure} and the OpenTelemetry SDK.
 */
package io.steptrace.runtime.internal.trace;
