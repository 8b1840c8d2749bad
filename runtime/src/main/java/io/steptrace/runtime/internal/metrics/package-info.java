/**
 * The instruments, one class per family: {@code steptrace.step.*}, {@code steptrace.effect.*}, {@code steptrace.job.*},
 * {@code steptrace.cache.*}, {@code steptrace.sampling.*}, {@code steptrace.export.*} and {@code otel.sdk.exporter.span.*}.
 * Imports {@code telemetry}, {@code export}, {@code stats} and the OpenTelemetry API.
 */
package io.steptrace.runtime.internal.metrics;
