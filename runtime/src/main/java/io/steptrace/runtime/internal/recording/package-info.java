/**
 * The recording of jobs on spans: the events {@code steptrace.job.*}, the attributes {@code job.*} and the promoted spans
 * {@code job.queue_wait} and {@code job.park(...)}. Imports {@code job}, {@code promotion}, {@code trace} and
 * {@code telemetry}.
 */
package io.steptrace.runtime.internal.recording;
