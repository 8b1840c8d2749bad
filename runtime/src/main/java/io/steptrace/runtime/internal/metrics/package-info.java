/**
 * The instruments, one class per family: {@code steptrace.job.queue_wait} and {@code steptrace.job.dispatch}. Imports
 * {@code span} for the attributes of its series, and the OpenTelemetry API.
 */
package io.steptrace.runtime.internal.metrics;
