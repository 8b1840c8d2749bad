/** Spans that come over OTLP. */
package io.steptrace.test.internal.otlp;
