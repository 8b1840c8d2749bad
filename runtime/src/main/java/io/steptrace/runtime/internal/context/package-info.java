/**
 * Which context is current on a thread, and where the platform keeps it. Imports {@code work} and {@code telemetry}.
 * <p>
 * What a thread has entered belongs to it alone ({@code CarriedContext}). The place in a Vert.x context is one for all threads:
 * the thread that claims it ({@code Occupancy}) has it until its step is over, and another thread gets a nested Vert.x context.
 */
package io.steptrace.runtime.internal.context;
