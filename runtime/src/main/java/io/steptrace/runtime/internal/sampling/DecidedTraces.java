package io.steptrace.runtime.internal.sampling;

import java.util.List;

import io.opentelemetry.sdk.trace.ReadableSpan;

/** Where traces go once the tail has decided on them. */
interface DecidedTraces {

    /** A span is kept for this reason. */
    void keep(ReadableSpan span, String reason);

    /** A trace is dropped with these spans, or a span of it has ended after that; may come more than once. */
    void drop(String traceId, List<ReadableSpan> spans);
}
