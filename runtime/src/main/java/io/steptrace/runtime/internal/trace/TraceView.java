package io.steptrace.runtime.internal.trace;

import java.util.List;

import io.opentelemetry.sdk.trace.ReadableSpan;

/**
 * What is known of a local trace when it is over; immutable.
 *
 * @param decision what is decided on it
 * @param spans those that have ended and were not given away before
 * @param root the first root, if it has ended; else null
 * @param elapsedNanos how long that root took, or how long it has been running
 * @param openSpans how many have not ended
 * @param surplusSpans how many have ended beyond those that may be held of one trace
 */
public record TraceView(TraceDecision decision, List<ReadableSpan> spans, ReadableSpan root, long elapsedNanos, int openSpans,
        int surplusSpans) {
}
