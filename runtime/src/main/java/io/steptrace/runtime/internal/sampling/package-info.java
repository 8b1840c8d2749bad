/**
 * Which traces are kept: a share of all by the trace id, and whole local traces by what happened in them. Imports
 * {@code telemetry}, {@code trace}, {@code stats}, {@code time} and the OpenTelemetry SDK.
 */
package io.steptrace.runtime.internal.sampling;
