/** Spans that another process exports. Imports the SDK, and the classes of OTLP. */
package io.steptrace.test.internal.otlp;
