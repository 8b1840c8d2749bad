/**
 * What is written to spans and series: the keys and names, each declared once, the port for measurements, and the border that
 * keeps what breaks here from the application. Imports {@code text} and OpenTelemetry.
 */
package io.steptrace.runtime.internal.telemetry;
