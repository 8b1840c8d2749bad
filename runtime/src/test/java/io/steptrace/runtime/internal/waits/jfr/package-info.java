/** Real streams of JDK Flight Recorder. Imports {@code waits}. */
package io.steptrace.runtime.internal.waits.jfr;
