package io.steptrace.runtime.internal.trace.ledger;

import java.util.function.LongConsumer;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.telemetry.SpanStart;
import io.steptrace.runtime.internal.verdict.Stretch;

/**
 * Remembers where threads ran the code of a span for at least as long as the waits that are reported: these alone can hold one.
 * Thread-safe; what is public never throws.
 */
public final class LongRuns {

    /** Remembers nothing. */
    public static final LongRuns NONE = new LongRuns(Long.MAX_VALUE, null, null, null, null);

    private final long thresholdNanos;
    private final Segments segments;
    private final Settling settling;
    private final DetectedWaitSink sink;
    private final Runnable unexplained;

    /** @param thresholdNanos the length of the shortest waits that are reported */
    LongRuns(long thresholdNanos, Segments segments, Settling settling, DetectedWaitSink sink, Runnable unexplained) {
        this.thresholdNanos = thresholdNanos;
        this.segments = segments;
        this.settling = settling;
        this.sink = sink;
        this.unexplained = unexplained;
    }

    /** Whether any run is remembered. */
    public boolean isOn() {
        return this != NONE;
    }

    /** Whether a run of this length is remembered. */
    public boolean isLong(long nanos) {
        return nanos >= thresholdNanos;
    }

    /**
     * This thread has run the code of a span that has not ended, and leaves it now.
     *
     * @param context in which the span is the current one
     * @param ledger that of its trace; {@code null} if the trace is not held
     * @param fromEpochNanos when the code began, in nanoseconds since the epoch; 0 if that was the start of the span
     * @param toNanos when it ended, since the start of the span
     */
    public void left(Context context, TraceLedger ledger, long fromEpochNanos, long toNanos) {
        if (ledger != null && isLong(toNanos) && Span.fromContext(context) instanceof ReadableSpan span) {
            BrokenTelemetry.guard(() -> {
                long startNanos = SpanStart.epochNanos(span);
                remember(context, ledger, Math.max(startNanos, fromEpochNanos), startNanos + toNanos, true);
            });
        }
    }

    /**
     * As above, of code that began within its span.
     *
     * @param fromNanos when the code began, since the start of the span
     */
    public void leftWithin(Context context, TraceLedger ledger, long fromNanos, long toNanos) {
        if (isLong(toNanos - fromNanos) && Span.fromContext(context) instanceof ReadableSpan span) {
            left(context, ledger, SpanStart.epochNanos(span) + fromNanos, toNanos);
        }
    }

    /** This thread has run a task that is recorded on the span of its submitter. */
    public void leftTask(Context submitter, TraceLedger ledger, long beginEpochNanos, long endEpochNanos) {
        if (ledger != null && isLong(endEpochNanos - beginEpochNanos)) {
            BrokenTelemetry.guard(() -> remember(submitter, ledger, beginEpochNanos, endEpochNanos, false));
        }
    }

    /**
     * Once all waits are known among the code of a span that ends now: for how long it waited unmarked. At once for most.
     *
     * @param ledger that of its trace; {@code null} if the trace is not held
     */
    public void onceKnown(TraceLedger ledger, String spanId, LongConsumer unmarkedNanos) {
        SlowSpan slow = ledger == null ? null : ledger.slow(spanId);
        if (slow == null) {
            unmarkedNanos.accept(0);
        } else {
            settling.after(slow.awaitedNanos(), () -> unmarkedNanos.accept(slow.unmarkedNanos()));
        }
    }

    /** As above, of a task that is recorded on the span of its submitter. */
    public void onceTaskKnown(TraceLedger ledger, String submitterId, Stretch task, LongConsumer unmarkedNanos) {
        if (ledger == null || !isLong(task.endNanos() - task.beginNanos())) {
            unmarkedNanos.accept(0);
        } else {
            settling.after(task.endNanos(), () -> unmarkedNanos.accept(ledger.unmarkedNanos(submitterId, task)));
        }
    }

    private void remember(Context context, TraceLedger ledger, long beginNanos, long endNanos, boolean isItsOwn) {
        if (!isLong(endNanos - beginNanos)) {
            return;
        }
        String spanId = Span.fromContext(context).getSpanContext().getSpanId();
        SlowSpan owner = ledger.slow(spanId, () -> new SlowSpan(spanId, context, ledger, sink));
        if (owner == null) {
            segments.noRoom();
        } else {
            owner.ran(beginNanos, endNanos);
            segments.add(new Segment(Thread.currentThread().getId(), beginNanos, endNanos, owner, isItsOwn));
            settling.after(endNanos, () -> settle(owner));
        }
    }

    private void settle(SlowSpan owner) {
        owner.settle();
        if (isLong(owner.unexplainedNanos())) {
            unexplained.run();
        }
    }
}
