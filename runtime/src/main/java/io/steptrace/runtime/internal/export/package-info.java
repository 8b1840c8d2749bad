/**
 * The way of finished spans to their collector: encoded once, kept in a bounded spool, sent from there by one thread behind
 * retry and circuit breaker. Knows nothing of jobs; imports the OpenTelemetry SDK, SmallRye Fault Tolerance and
 * {@code time}.
 */
package io.steptrace.runtime.internal.export;
