package io.steptrace.runtime.internal.trace.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.opentelemetry.sdk.trace.ReadableSpan;

/** The ended spans of a trace, and what is to be known of each at hand, without reading it again; not thread-safe. */
public final class EndedSpans {

    private static final int FEW = 8;

    private final List<ReadableSpan> spans;
    private long[] threadIds;
    private boolean[] saysHow;

    /** None yet. */
    public EndedSpans() {
        this(new ArrayList<>(FEW), new long[FEW], new boolean[FEW]);
    }

    private EndedSpans(List<ReadableSpan> spans, long[] threadIds, boolean[] saysHow) {
        this.spans = spans;
        this.threadIds = threadIds;
        this.saysHow = saysHow;
    }

    /** A span has just ended on this thread. */
    public void add(ReadableSpan span) {
        int number = spans.size();
        if (number == threadIds.length) {
            int more = Math.max(FEW, 2 * number);
            threadIds = Arrays.copyOf(threadIds, more);
            saysHow = Arrays.copyOf(saysHow, more);
        }
        threadIds[number] = Thread.currentThread().getId();
        saysHow[number] = TimedSpan.saysHow(span);
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

    /** Whether the span of this number says by itself how its time was spent. */
    boolean saysHow(int number) {
        return saysHow[number];
    }

    /** As they are now, whatever is added later. */
    public EndedSpans copy() {
        int size = spans.size();
        return new EndedSpans(new ArrayList<>(spans), Arrays.copyOf(threadIds, size), Arrays.copyOf(saysHow, size));
    }

    /** Puts a span in place of one that says less of it. */
    void replace(int number, ReadableSpan better) {
        spans.set(number, better);
    }
}
