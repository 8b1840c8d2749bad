package io.steptrace.runtime.internal.sampling;

import io.opentelemetry.sdk.trace.ReadableSpan;

/** Where the spans of traces go that the tail keeps. */
@FunctionalInterface
interface KeptSpans {

    /** A span is kept for this reason. */
    void keep(ReadableSpan span, String reason);
}
