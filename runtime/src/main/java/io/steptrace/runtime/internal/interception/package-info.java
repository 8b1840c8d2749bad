/**
 * Around the application's methods: starts and ends their work, on the caller or as a job, and watches its attempts where
 * fault tolerance may make more than one. Imports {@code work}, {@code context} and {@code queue}; builds no telemetry itself.
 */
package io.steptrace.runtime.internal.interception;
