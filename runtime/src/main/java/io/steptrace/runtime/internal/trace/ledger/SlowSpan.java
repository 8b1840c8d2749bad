package io.steptrace.runtime.internal.trace.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.trace.ledger.TraceLedger.SpanWait;
import io.steptrace.runtime.internal.waits.DetectedWait;

/**
 * A span of which a thread ran the code for so long that a wait may be among it which was not marked. Thread-safe.
 * <p>
 * The waits come late, and are recorded once all have come: what is marked is known by then, and not recorded twice.
 */
public final class SlowSpan {

    /** Waits of one span that are remembered until all have come; beyond, they are counted only. */
    static final int MAX_WAITS = 512;

    static final int MAX_SPANS = 64;

    private final String spanId;
    private final Context context;
    private final TraceLedger ledger;
    private final DetectedWaitSink sink;
    private List<FoundWait> found = new ArrayList<>(2);
    private final SpanWaits sums = new SpanWaits();
    private long ranNanos;
    /** Guarded by the sums, to which it does not belong: tasks run beside the work. */
    private long waitedInTasksNanos;
    private long awaitedNanos;
    /** Runs whose waits are still to be recorded. */
    private int unsettled;
    /** Of the waits that were recorded; one thread at a time records. */
    private int recorded;

    /** @param context in which the span is the current one */
    public SlowSpan(String spanId, Context context, TraceLedger ledger, DetectedWaitSink sink) {
        this.spanId = spanId;
        this.context = context;
        this.ledger = ledger;
        this.sink = sink;
    }

    /** Its code ran on a thread, in nanoseconds since the epoch: waits up to the end are still to come. */
    synchronized void ran(long beginNanos, long endNanos) {
        unsettled++;
        ranNanos += endNanos - beginNanos;
        awaitedNanos = Math.max(awaitedNanos, endNanos);
    }

    /** Until when the waits of its code must have been reported, in nanoseconds since the epoch. */
    public synchronized long awaitedNanos() {
        return awaitedNanos;
    }

    /**
     * A wait has come.
     *
     * @param isItsOwn whether the span waited itself, and not a task that is recorded on it
     * @return whether it is remembered: not if there are too many, or it comes too late to be recorded
     */
    synchronized boolean add(DetectedWait wait, boolean isItsOwn) {
        if (unsettled == 0 || found.size() >= MAX_WAITS) {
            return false;
        }
        found.add(new FoundWait(wait, isItsOwn));
        return true;
    }

    /** Records all that have come, unless they are what is known already; once for each run. */
    void settle() {
        List<FoundWait> come;
        synchronized (this) {
            unsettled--;
            come = found;
            found = new ArrayList<>(2);
        }
        if (come.isEmpty()) {
            return;
        }
        come.sort(Comparator.comparingLong(each -> each.detected().beginNanos()));
        List<SpanWait> marked = ledger.waits().stream()
                .filter(known -> known.isMarkedPark() && known.spanId().equals(spanId)).toList();
        synchronized (sums) {
            marked.forEach(park -> sums.marked(park.known().beginNanos(), park.known().endNanos()));
        }
        come.forEach(each -> BrokenTelemetry.guard(() -> record(each)));
    }

    private void record(FoundWait each) {
        DetectedWait detected = each.detected();
        boolean isKnown;
        synchronized (sums) {
            isKnown = sums.isMarked(detected.beginNanos(), detected.endNanos());
            if (!isKnown && each.isItsOwn()) {
                sums.add(detected.beginNanos(), detected.endNanos());
            } else if (!isKnown) {
                waitedInTasksNanos += detected.durationNanos();
            }
        }
        if (!isKnown) {
            ledger.detected(spanId, sink.record(context, detected, recorded++ < MAX_SPANS));
        }
    }

    /** For how long its code ran and no known wait explains that. */
    synchronized long unexplainedNanos() {
        synchronized (sums) {
            return ranNanos - sums.waitedNanos() - waitedInTasksNanos;
        }
    }

    /** For how long it waited unmarked, tasks that are recorded on it not included. */
    long unmarkedNanos() {
        synchronized (sums) {
            return sums.unmarkedNanos();
        }
    }

    /** The span as it is known now, with the waits that have come; it has ended. */
    public ReadableSpan amended(ReadableSpan ended) {
        synchronized (sums) {
            return sums.amend(ended);
        }
    }

    private record FoundWait(DetectedWait detected, boolean isItsOwn) {
    }
}
