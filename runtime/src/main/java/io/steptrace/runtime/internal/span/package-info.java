/**
 * Every span, attribute key, event and status rule: the only writer of telemetry. Emits the spans {@code step.*},
 * {@code step.*.resume}, effects, {@code job.queue_wait} and {@code job.park(...)}, and the events {@code steptrace.job.*},
 * {@code steptrace.need.*}, {@code steptrace.slot.write} and {@code steptrace.retry}.
 * Imports {@code time}, {@code job}, {@code promotion} and OpenTelemetry.
 */
package io.steptrace.runtime.internal.span;
