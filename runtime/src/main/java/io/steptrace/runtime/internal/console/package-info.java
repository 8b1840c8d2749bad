/** Finished local traces as trees of text. Imports {@code span} and the OpenTelemetry SDK. */
package io.steptrace.runtime.internal.console;
