package io.steptrace.runtime.internal.trace;

import java.util.List;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.trace.ledger.EndedSpans;
import io.steptrace.runtime.internal.trace.ledger.TraceTimes;

/**
 * What is known of a local trace when it is over; immutable.
 *
 * @param decision what is decided on it
 * @param ended the spans that have ended and were not given away before
 * @param root the first root, if it has ended; else null
 * @param elapsedNanos how long that root took, or how long it has been running
 * @param openSpans how many have not ended
 * @param surplusSpans how many have ended beyond those that may be held of one trace
 * @param times where the time of the trace went
 */
public record TraceView(TraceDecision decision, EndedSpans ended, ReadableSpan root, long elapsedNanos, int openSpans,
        int surplusSpans, TraceTimes times) {

    /** The ended spans, in the order in which they ended. */
    public List<ReadableSpan> spans() {
        return ended.spans();
    }

    /** The same, with all that is known of its spans by now: their waits, and on the root the verdict. */
    public TraceView judged() {
        return new TraceView(decision, times.known(ended, root), root, elapsedNanos, openSpans, surplusSpans, times);
    }

    /** The first root, with all that is known of it by now; null if it has not ended. */
    public ReadableSpan judgedRoot() {
        return root == null ? null : times.knownRoot(ended, root);
    }
}
