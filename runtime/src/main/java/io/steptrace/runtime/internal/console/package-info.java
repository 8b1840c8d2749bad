/**
 * Finished local traces as trees of text, and which of them are shown. Imports {@code telemetry}, {@code trace} and the
 * OpenTelemetry SDK.
 */
package io.steptrace.runtime.internal.console;
