/**
 * Around the application's methods: starts and ends their work, on the caller or as a job. Imports {@code span} and
 * {@code queue}; builds no telemetry itself.
 */
package io.steptrace.runtime.internal.interception;
