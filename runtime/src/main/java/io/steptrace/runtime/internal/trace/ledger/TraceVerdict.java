package io.steptrace.runtime.internal.trace.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.steptrace.runtime.internal.trace.ledger.TraceLedger.Facts;
import io.steptrace.runtime.internal.trace.ledger.TraceLedger.SpanStretch;
import io.steptrace.runtime.internal.trace.ledger.TraceLedger.SpanTask;
import io.steptrace.runtime.internal.trace.ledger.TraceLedger.SpanWait;
import io.steptrace.runtime.internal.verdict.Call;
import io.steptrace.runtime.internal.verdict.KnownWait;
import io.steptrace.runtime.internal.verdict.Passage;
import io.steptrace.runtime.internal.verdict.Stretch;
import io.steptrace.runtime.internal.verdict.Timeline;
import io.steptrace.runtime.internal.verdict.Verdict;

/**
 * Judges a trace, or a part of one, by its spans and its ledger. The code of a step or an effect ran on the thread that ended
 * it, unless the ledger says otherwise; so did a root that began there. Confined to one thread. Written for traces of a few
 * spans, as most are: it is paid for by each request.
 */
public final class TraceVerdict {

    private static final Predicate<String> ALL = id -> true;

    private final List<TimedSpan> spans;
    private final List<SpanStretch> stretches;
    private final List<SpanTask> tasks;
    private final List<SpanWait> waits;
    private final String rootId;
    private final long rootThreadId;
    /** By the id of their parent; {@code null} until asked for. */
    private Map<String, List<TimedSpan>> children;

    /**
     * @param rootId the id of the first root
     * @param rootThreadId the thread on which that started, if its code may have run there to its end; else 0
     */
    TraceVerdict(List<TimedSpan> spans, TraceLedger ledger, String rootId, long rootThreadId) {
        this.spans = spans;
        Facts facts = ledger.facts();
        this.stretches = facts.stretches();
        this.tasks = facts.tasks();
        this.waits = facts.waits();
        this.rootId = rootId;
        this.rootThreadId = rootThreadId;
    }

    /** The first root; {@code null} if it has not ended. */
    public TimedSpan root() {
        return find(rootId);
    }

    private TimedSpan find(String spanId) {
        for (TimedSpan span : spans) {
            if (span.spanId().equals(spanId)) {
                return span;
            }
        }
        return null;
    }

    /** The whole trace, from the begin of its first root to the end of that. */
    public Verdict ofRoot() {
        return judge(root(), ALL, Verdict::of);
    }

    /** A span of it, with all below that. */
    public Verdict below(String spanId) {
        return judge(find(spanId), isBelow(spanId), Verdict::of);
    }

    /** What the time of a span, with all below that, was spent on; the verdict is the sum. */
    public List<Passage> timeline(String spanId) {
        return judge(find(spanId), spanId.equals(rootId) ? ALL : isBelow(spanId), Timeline::of);
    }

    private Predicate<String> isBelow(String spanId) {
        Set<String> below = new HashSet<>(Set.of(spanId));
        Deque<String> open = new ArrayDeque<>(below);
        while (!open.isEmpty()) {
            for (TimedSpan child : children().getOrDefault(open.remove(), List.of())) {
                if (below.add(child.spanId())) {
                    open.add(child.spanId());
                }
            }
        }
        return below::contains;
    }

    private Map<String, List<TimedSpan>> children() {
        if (children == null) {
            children = new HashMap<>();
            spans.forEach(span -> children.computeIfAbsent(span.parentId(), id -> new ArrayList<>()).add(span));
        }
        return children;
    }

    /** The wait that a span stands for; {@code null} if it is none of those that are known. */
    public KnownWait waitOf(String spanId) {
        TimedSpan span = find(spanId);
        for (SpanWait wait : waits) {
            if (wait.spanId().equals(span.parentId()) && wait.known().beginNanos() == span.beginNanos()
                    && wait.known().endNanos() == span.endNanos()) {
                return wait.known();
            }
        }
        return null;
    }

    /** For how long threads were taken by the code of a span, working or waiting; not by the tasks it has submitted. */
    public long takenNanos(String spanId) {
        List<Stretch> ran = new ArrayList<>();
        addTo(ran, new ArrayList<>(), find(spanId));
        return ran.stream().mapToLong(stretch -> Math.max(0, stretch.endNanos() - stretch.beginNanos())).sum();
    }

    private <T> T judge(TimedSpan top, Predicate<String> isPart, Judgement<T> judgement) {
        List<Stretch> ran = new ArrayList<>();
        List<Call> calls = new ArrayList<>();
        for (TimedSpan span : spans) {
            if (isPart.test(span.spanId())) {
                addTo(ran, calls, span);
            }
        }
        for (SpanTask task : tasks) {
            if (isPart.test(task.spanId())) {
                ran.add(task.stretch());
            }
        }
        List<KnownWait> known = new ArrayList<>(waits.size());
        for (SpanWait wait : waits) {
            if (isPart.test(wait.spanId())) {
                known.add(wait.known());
            }
        }
        return judgement.of(top.beginNanos(), top.endNanos(), ran, known, calls);
    }

    private void addTo(List<Stretch> ran, List<Call> calls, TimedSpan span) {
        long leftQueueNanos = leftQueue(span);
        boolean isSaid = false;
        for (SpanStretch said : stretches) {
            if (said.spanId().equals(span.spanId())) {
                isSaid = true;
                ran.add(stretch(said, span, leftQueueNanos));
            }
        }
        if (!isSaid && (span.isWork() || span.spanId().equals(rootId) && span.threadId() == rootThreadId)) {
            ran.add(new Stretch(span.threadId(), Math.max(span.beginNanos(), leftQueueNanos), span.endNanos()));
        }
        // one of ours whose code ran on its thread to the end was at work, but for its waits
        if (span.isOutgoing() && (isSaid || !span.isOurs())) {
            calls.add(new Call(span.name(), span.beginNanos(), span.endNanos()));
        }
    }

    /** One that is said to last from the start of the span began behind the queue, unless it was over before that. */
    private static Stretch stretch(SpanStretch said, TimedSpan span, long leftQueueNanos) {
        long endNanos = said.toNanos() == Long.MAX_VALUE ? span.endNanos() : span.beginNanos() + said.toNanos();
        long beginNanos = span.beginNanos() + said.fromNanos();
        return new Stretch(said.threadId(), endNanos > leftQueueNanos ? Math.max(beginNanos, leftQueueNanos) : beginNanos,
                endNanos);
    }

    /** When its code began because the work was taken from its queue. */
    private long leftQueue(TimedSpan span) {
        long leftNanos = Long.MIN_VALUE;
        for (SpanWait wait : waits) {
            if (wait.isInQueue() && wait.spanId().equals(span.spanId())) {
                leftNanos = Math.max(leftNanos, wait.known().endNanos());
            }
        }
        return leftNanos;
    }

    /** What is made of all that is known of a time. */
    private interface Judgement<T> {

        T of(long beginNanos, long endNanos, List<Stretch> stretches, List<KnownWait> waits, List<Call> calls);
    }
}
