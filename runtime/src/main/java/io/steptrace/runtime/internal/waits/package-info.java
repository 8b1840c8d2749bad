/**
 * Waits that the application did not mark, as the JDK reports them. Imports {@code java.*}, {@code text}, {@code telemetry} and
 * the enum {@code ParkCause} only.
 */
package io.steptrace.runtime.internal.waits;
