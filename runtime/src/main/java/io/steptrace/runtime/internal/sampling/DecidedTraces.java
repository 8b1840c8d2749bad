package io.steptrace.runtime.internal.sampling;

import io.opentelemetry.sdk.trace.ReadableSpan;

/** Where traces go once the tail has decided on them. */
interface DecidedTraces {

    /** A span is kept for this reason. */
    void keep(ReadableSpan span, String reason);

    /** A trace is dropped, or a span of it has ended after that; may come more than once. */
    void drop(String traceId);
}
