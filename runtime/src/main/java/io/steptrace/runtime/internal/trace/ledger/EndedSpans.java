package io.steptrace.runtime.internal.trace.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.opentelemetry.sdk.trace.ReadableSpan;

/** The ended spans of a trace, and the threads on which they have ended; not thread-safe. */
public final class EndedSpans {

    private static final int FEW = 8;

    private final List<ReadableSpan> spans;
    private long[] threadIds;

    /** None yet. */
    public EndedSpans() {
        this(new ArrayList<>(FEW), new long[FEW]);
    }

    private EndedSpans(List<ReadableSpan> spans, long[] threadIds) {
        this.spans = spans;
        this.threadIds = threadIds;
    }

    /** A span has just ended on this thread. */
    public void add(ReadableSpan span) {
        int number = spans.size();
        if (number == threadIds.length) {
            threadIds = Arrays.copyOf(threadIds, Math.max(FEW, 2 * number));
        }
        threadIds[number] = Thread.currentThread().getId();
        spans.add(span);
    }

    public int size() {
        return spans.size();
    }

    /** In the order in which they ended. */
    public List<ReadableSpan> spans() {
        return spans;
    }

    /** The thread on which the span of this number ended. */
    long threadId(int number) {
        return threadIds[number];
    }

    /** As they are now, whatever is added later. */
    public EndedSpans copy() {
        return new EndedSpans(new ArrayList<>(spans), Arrays.copyOf(threadIds, spans.size()));
    }

    /** Puts a span in place of one that says less of it. */
    void replace(int number, ReadableSpan better) {
        spans.set(number, better);
    }
}
