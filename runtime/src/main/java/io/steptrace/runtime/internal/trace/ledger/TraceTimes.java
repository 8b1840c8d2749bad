package io.steptrace.runtime.internal.trace.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.ChangedSpan;
import io.steptrace.runtime.internal.telemetry.SpanStart;

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
        return verdicts(timed(ended, number -> true));
    }

    private TraceVerdict verdicts(List<TimedSpan> spans) {
        return new TraceVerdict(spans, ledger, rootId, rootThreadId);
    }

    private static List<TimedSpan> timed(EndedSpans ended, IntPredicate isNeeded) {
        List<TimedSpan> timed = new ArrayList<>();
        for (int number = 0; number < ended.size(); number++) {
            if (isNeeded.test(number)) {
                timed.add(TimedSpan.of(ended.spans().get(number), ended.threadId(number)));
            }
        }
        return timed;
    }

    /**
     * Those on which the verdict on the whole depends: each other one would be read for nothing.
     *
     * @param root {@code null} if it has not ended
     */
    private List<TimedSpan> timedForWhole(EndedSpans ended, ReadableSpan root) {
        Set<String> ran = ended.size() == 0 ? Set.of() : ledger.ranBeside(rootId);
        return timed(ended, number -> ended.saysHow(number) || isRootOrOneOf(ran, ended.spans().get(number), root));
    }

    private static boolean isRootOrOneOf(Set<String> ran, ReadableSpan span, ReadableSpan root) {
        return span == root || !ran.isEmpty() && ran.contains(span.getSpanContext().getSpanId());
    }

    /**
     * Writes the verdict on the first root, which is ending on this thread and knows when: that costs far less than to say it
     * of the ended span.
     *
     * @param endNanos when, in nanoseconds since the epoch
     * @param ended the spans that have ended so far
     */
    public void judge(ReadWriteSpan root, long endNanos, EndedSpans ended) {
        List<TimedSpan> spans = timedForWhole(ended, null);
        spans.add(new TimedSpan(rootId, "", root.getName(), SpanStart.epochNanos(root), endNanos,
                Thread.currentThread().getId(), false, false));
        VerdictAttributes.write(verdicts(spans).ofRoot(), root::setAttribute);
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
                : new ChangedSpan(amended, VerdictAttributes.of(verdicts(timedForWhole(ended, root)).ofRoot()));
    }

    private ReadableSpan amended(ReadableSpan span) {
        SlowSpan slow = ledger.slow(span.getSpanContext().getSpanId());
        return slow == null ? span : slow.amended(span);
    }
}
