/**
 * What is known of the time of a local trace beside its spans, and which of its spans wait until the JDK has reported the waits
 * among their code. Imports {@code time}, {@code job}, {@code telemetry}, {@code verdict}, {@code waits} and the
 * OpenTelemetry SDK.
 */
package io.steptrace.runtime.internal.trace.ledger;
