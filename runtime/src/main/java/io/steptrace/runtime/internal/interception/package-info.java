/**
 * Around the application's methods: starts and ends their work, on the caller or as a job. Imports {@code result},
 * {@code work}, {@code context}, {@code queue} and {@code interception.attempt}; builds no telemetry itself.
 */
package io.steptrace.runtime.internal.interception;
