package io.steptrace.runtime.internal.trace.ledger;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.ChangedSpan;

/**
 * Where the time of a local trace went, as far as is known. Thread-safe.
 *
 * @param ledger what is known beside its spans
 * @param rootId the id of its first root
 * @param rootThreadId the thread on which that started, if its code may have run there to its end; else 0
 */
public record TraceTimes(TraceLedger ledger, String rootId, long rootThreadId) {

    /** Judges the trace, or parts of it, by its ended spans. */
    public TraceVerdict verdicts(EndedSpans ended) {
        return new TraceVerdict(timed(ended), ledger, rootId, rootThreadId);
    }

    private static List<TimedSpan> timed(EndedSpans ended) {
        List<TimedSpan> timed = new ArrayList<>(ended.size() + 1);
        for (int number = 0; number < ended.size(); number++) {
            timed.add(TimedSpan.of(ended.spans().get(number).toSpanData(), ended.threadId(number)));
        }
        return timed;
    }

    /**
     * Writes the verdict on the first root, which is ending on this thread and knows when: that costs far less than to say it
     * of the ended span.
     *
     * @param ended the spans that have ended so far
     */
    public void judge(ReadWriteSpan root, EndedSpans ended) {
        long known = ledger.rootStartNanos();
        long startNanos = known != 0 ? known : root.toSpanData().getStartEpochNanos();
        List<TimedSpan> spans = timed(ended);
        spans.add(new TimedSpan(rootId, "", root.getName(), startNanos, startNanos + root.getLatencyNanos(),
                Thread.currentThread().getId(), false, false));
        VerdictAttributes.write(new TraceVerdict(spans, ledger, rootId, rootThreadId).ofRoot(), root::setAttribute);
    }

    /**
     * The ended spans with all that is known of them by now.
     *
     * @param root the one that gets the verdict, unless it has it; {@code null} for none
     */
    public EndedSpans known(EndedSpans ended, ReadableSpan root) {
        EndedSpans known = ended.copy();
        for (int number = 0; number < ended.size(); number++) {
            ReadableSpan span = ended.spans().get(number);
            known.replace(number, span == root ? knownRoot(ended, root) : amended(span));
        }
        return known;
    }

    /** That of the root alone. */
    public ReadableSpan knownRoot(EndedSpans ended, ReadableSpan root) {
        ReadableSpan amended = amended(root);
        return root.getAttribute(AttributeKeys.WORKING_MS) != null ? amended
                : new ChangedSpan(amended, VerdictAttributes.of(verdicts(ended).ofRoot()));
    }

    private ReadableSpan amended(ReadableSpan span) {
        SlowSpan slow = ledger.slow(span.getSpanContext().getSpanId());
        return slow == null ? span : slow.amended(span);
    }
}
