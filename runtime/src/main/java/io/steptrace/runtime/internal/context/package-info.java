/**
 * Which context is current on a thread, and where the platform keeps it. Imports {@code work} and {@code telemetry}.
 */
package io.steptrace.runtime.internal.context;
