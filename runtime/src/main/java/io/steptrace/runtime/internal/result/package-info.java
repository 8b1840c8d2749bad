/**
 * One adapter for each kind of result, which sees how work, an attempt or a job ends with it. Imports {@code work},
 * {@code context} and {@code queue}; builds no telemetry itself.
 */
package io.steptrace.runtime.internal.result;
