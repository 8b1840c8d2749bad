/**
 * What the spans of one trace within this process share: numbers, the route, one pair of clocks. Imports {@code time},
 * {@code telemetry} and {@code failure}.
 */
package io.steptrace.runtime.internal.trace;
