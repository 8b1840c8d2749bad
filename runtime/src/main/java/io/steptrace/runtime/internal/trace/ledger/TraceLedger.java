package io.steptrace.runtime.internal.trace.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.steptrace.runtime.internal.job.CoveredTime;
import io.steptrace.runtime.internal.verdict.KnownWait;
import io.steptrace.runtime.internal.verdict.Stretch;

/**
 * What is known of the time of one local trace beside its spans: on which threads its code ran, where the spans do not show it,
 * and what it waited for. Thread-safe and bounded; beyond the bound it learns nothing more.
 */
public final class TraceLedger {

    private static final Map<String, SlowSpan> NO_SLOW_SPANS = Map.of();

    static final int MAX_STRETCHES = 1_000;
    static final int MAX_WAITS = 1_000;
    static final int MAX_SLOW_SPANS = 1_000;

    private List<SpanStretch> stretches = List.of();
    private List<SpanTask> tasks = List.of();
    private int openTasks;
    private List<SpanWait> waits = List.of();
    /** Guarded; seen without as long as there is none. */
    private volatile Map<String, SlowSpan> slow = NO_SLOW_SPANS;

    /**
     * The code of a span has run on a thread; said only where that is not all of the span, on the thread that ends it.
     *
     * @param fromNanos since the start of the span
     * @param toNanos likewise; {@link Long#MAX_VALUE} for its end
     */
    public synchronized void ran(String spanId, long threadId, long fromNanos, long toNanos) {
        if (stretches.size() < MAX_STRETCHES) {
            stretches = grown(stretches);
            stretches.add(new SpanStretch(spanId, threadId, fromNanos, toNanos));
        }
    }

    /** The spans, but for one, of which it was said where their code ran. */
    synchronized Set<String> ranBeside(String spanId) {
        Set<String> ran = Set.of();
        for (SpanStretch stretch : stretches) {
            if (!stretch.spanId().equals(spanId)) {
                ran = ran.isEmpty() ? new HashSet<>() : ran;
                ran.add(stretch.spanId());
            }
        }
        return ran;
    }

    /** A thread begins with a task of a span; what the task has waited for is known when it leaves. */
    public synchronized void beginsTask() {
        openTasks++;
    }

    /** A thread has run a task of a span, beside the code of the span itself. */
    public synchronized void ranTask(String spanId, Stretch stretch) {
        openTasks--;
        if (tasks.size() < MAX_STRETCHES) {
            tasks = grown(tasks);
            tasks.add(new SpanTask(spanId, stretch));
        }
    }

    /** The work of a span has waited in a queue, before its code ran. */
    public void queued(String spanId, String queue, long beginNanos, long endNanos) {
        add(new SpanWait(spanId, new KnownWait("queue " + queue, KnownWait.Kind.QUEUE, KnownWait.NO_THREAD, beginNanos,
                endNanos), false));
    }

    /** The work of a span was parked, as it has said itself or a pool has. */
    public void parked(String spanId, KnownWait wait) {
        add(new SpanWait(spanId, wait, false));
    }

    /** A wait was found among the code of a span. */
    void detected(String spanId, KnownWait wait) {
        add(new SpanWait(spanId, wait, true));
    }

    /** For how long a thread waited unmarked within that time as part of a span, as far as was found by now. */
    long unmarkedNanos(String spanId, Stretch within) {
        CoveredTime waited = new CoveredTime();
        waits().stream().filter(wait -> wait.isDetected() && wait.spanId().equals(spanId)
                && wait.known().threadId() == within.threadId())
                .forEach(wait -> waited.add(wait.known().beginNanos(), wait.known().endNanos()));
        return waited.covered(within.beginNanos(), within.endNanos());
    }

    private synchronized void add(SpanWait wait) {
        if (waits.size() < MAX_WAITS) {
            waits = grown(waits);
            waits.add(wait);
        }
    }

    /** The span of which a thread has just run the code for long; {@code null} beyond the bound. */
    public synchronized SlowSpan slow(String spanId, Supplier<SlowSpan> first) {
        SlowSpan known = slow.get(spanId);
        if (known != null || slow.size() >= MAX_SLOW_SPANS) {
            return known;
        }
        SlowSpan created = first.get();
        if (slow == NO_SLOW_SPANS) {
            slow = new HashMap<>();
        }
        slow.put(spanId, created);
        return created;
    }

    /** Of a span that has ended; {@code null} if its code did not run for long. */
    public SlowSpan slow(String spanId) {
        if (slow == NO_SLOW_SPANS) {
            return null;
        }
        synchronized (this) {
            return slow.get(spanId);
        }
    }

    /**
     * As {@link #awaitedNanos}, or until now if there are tasks whose waits are not known yet: the result of a task may be
     * there, and end the trace, a moment before its thread leaves it.
     */
    public long awaitedWithTasksNanos() {
        boolean hasTasks;
        synchronized (this) {
            hasTasks = openTasks > 0;
        }
        return hasTasks ? TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) : awaitedNanos();
    }

    /** Until when the waits of this trace must have been reported, in nanoseconds since the epoch; 0 if none is awaited. */
    public long awaitedNanos() {
        if (slow == NO_SLOW_SPANS) {
            return 0;
        }
        long latest = 0;
        for (SlowSpan span : slowSpans()) {
            latest = Math.max(latest, span.awaitedNanos());
        }
        return latest;
    }

    private Collection<SlowSpan> slowSpans() {
        if (slow == NO_SLOW_SPANS) {
            return List.of();
        }
        synchronized (this) {
            return List.copyOf(slow.values());
        }
    }

    /** All that is known at this moment. */
    synchronized Facts facts() {
        return new Facts(copy(stretches), copy(tasks), copy(waits));
    }

    synchronized List<SpanWait> waits() {
        return copy(waits);
    }

    private static <T> List<T> copy(List<T> entries) {
        return entries.isEmpty() ? List.of() : new ArrayList<>(entries);
    }

    /** Most traces have none. */
    private static <T> List<T> grown(List<T> entries) {
        return entries.isEmpty() ? new ArrayList<>(4) : entries;
    }

    /** What is known beside the spans; does not change. */
    record Facts(List<SpanStretch> stretches, List<SpanTask> tasks, List<SpanWait> waits) {
    }

    /** As in {@link #ran}. */
    record SpanStretch(String spanId, long threadId, long fromNanos, long toNanos) {
    }

    /** As in {@link #ranTask}. */
    record SpanTask(String spanId, Stretch stretch) {
    }

    /** A wait of the work of one span, which it has said itself, or its queue or a pool, or which was detected. */
    record SpanWait(String spanId, KnownWait known, boolean isDetected) {

        boolean isInQueue() {
            return known.kind() == KnownWait.Kind.QUEUE;
        }

        boolean isMarkedPark() {
            return !isDetected && !isInQueue();
        }
    }
}
