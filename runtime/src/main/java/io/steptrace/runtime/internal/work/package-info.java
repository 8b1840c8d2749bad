/**
 * Running steps, effects and continuations and their spans, with the events of attempts, needs and slots. Imports
 * {@code recording}, {@code trace}, {@code failure} and {@code telemetry}.
 */
package io.steptrace.runtime.internal.work;
