/**
 * A small application whose only work is to make spans for a collector that misbehaves. Imports OpenTelemetry's API and JAX-RS.
 */
package io.steptrace.faults;
