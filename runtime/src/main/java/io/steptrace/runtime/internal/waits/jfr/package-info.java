/**
 * The waits that JDK Flight Recorder reports, as a stream. The only package that imports {@code jdk.jfr}; else {@code java.*},
 * {@code waits}, {@code text}, {@code telemetry} and Quarkus' mode of an image only.
 */
package io.steptrace.runtime.internal.waits.jfr;
