package io.steptrace.runtime.internal.trace.ledger;

import java.util.List;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.telemetry.ChangedSpan;

/**
 * Where the time of a local trace went, as far as is known. Thread-safe.
 *
 * @param ledger what is known beside its spans
 * @param rootId the id of its first root
 * @param rootThreadId the thread on which that started, if its code may have run there to its end; else 0
 */
public record TraceTimes(TraceLedger ledger, String rootId, long rootThreadId) {

    /** Judges the trace, or parts of it, by the ended spans; {@code data} are the same in the same order. */
    public TraceVerdict verdicts(EndedSpans ended, List<SpanData> data) {
        return new TraceVerdict(data, ended, ledger, rootId, rootThreadId);
    }

    /**
     * The ended spans with all that is known of them by now.
     *
     * @param root the one that gets the verdict; {@code null} for none
     */
    public EndedSpans known(EndedSpans ended, ReadableSpan root) {
        EndedSpans known = ended.copy();
        List<SpanData> data = root == null ? List.of() : ended.spans().stream().map(ReadableSpan::toSpanData).toList();
        for (int number = 0; number < ended.size(); number++) {
            ReadableSpan span = ended.spans().get(number);
            SlowSpan slow = ledger.slow(span.getSpanContext().getSpanId());
            ReadableSpan better = slow == null ? span : slow.amended(span);
            if (span == root) {
                better = new ChangedSpan(better,
                        TraceVerdict.attributesOf(verdicts(ended, data).of(data.get(number))));
            }
            known.replace(number, better);
        }
        return known;
    }
}
