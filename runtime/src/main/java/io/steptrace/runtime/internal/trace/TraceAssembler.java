package io.steptrace.runtime.internal.trace;

import java.util.List;
import java.util.function.Consumer;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.trace.ledger.Settling;
import io.steptrace.runtime.internal.trace.ledger.SlowSpan;

/**
 * The one place where the spans of each local trace come together until it is over. Thread-safe, bounded in traces, spans and
 * time; without listeners it collects nothing.
 * <p>
 * A trace begins with its first root, and each of its spans leads to it by its trace state: {@link #sampler} puts it there.
 */
public final class TraceAssembler implements SpanProcessor {

    private final TraceLimits limits;
    private final Clock clock;
    private final Audience ofSampled;
    private final Audience ofOthers;

    private final Settling settling;

    final OwnSpans own;
    final HeldTraces held;

    /**
     * @param settling what a trace waits for that is over, if there may be waits that were not reported yet
     * @param listeners in the order in which they get a trace, where it is over for several at once
     */
    public TraceAssembler(TraceLimits limits, Clock clock, Settling settling, List<TraceListener> listeners) {
        this.limits = limits;
        this.clock = clock;
        this.settling = settling;
        this.ofSampled = new Audience(listeners, true);
        this.ofOthers = new Audience(listeners, false);
        this.own = new OwnSpans(limits.maxSpans());
        this.held = new HeldTraces(limits.maxSpans());
    }

    /** Samples as this one does, and says of each span to which local trace it belongs. */
    public Sampler sampler(Sampler delegate) {
        return new LocalTraceSampler(delegate, ofSampled, ofOthers, own);
    }

    private boolean hasListeners() {
        return !ofSampled.isEmpty() || !ofOthers.isEmpty();
    }

    @Override
    public boolean isStartRequired() {
        return hasListeners();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        try {
            AssembledTrace trace = traceOf(span);
            if (trace != null && trace.started(span, isRoot(span, trace), limits.maxSpansPerTrace(), clock, held, own)
                    && held.traces() > limits.maxTraces()) {
                endOldest();
            }
        } catch (Throwable e) {
            // a fault must not reach the code that starts a span, or ends it
            BrokenTelemetry.note(e);
        }
    }

    @Override
    public boolean isEndRequired() {
        return hasListeners();
    }

    @Override
    public void onEnd(ReadableSpan span) {
        try {
            AssembledTrace trace = traceOf(span);
            if (trace != null) {
                trace.closed(span);
                ended(span, trace);
                endLargest();
            } else {
                audienceOf(span).late(null, span);
            }
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }

    private void ended(ReadableSpan span, AssembledTrace trace) {
        switch (trace.ended(span, isRoot(span, trace), limits.maxSpansPerTrace(), held)) {
            case END -> endOnceKnown(trace);
            case FULL -> end(trace, TraceEnd.MAX_SPANS);
            case LATE -> {
                onceKnown(span, known -> trace.audience().lateForRoots(trace.decision(), known));
                endOnceKnown(trace);
            }
            case RELEASED -> onceKnown(span, known -> trace.audience().late(trace.decision(), known));
            case WAIT -> {
                // until the next span ends
            }
        }
    }

    private void endOnceKnown(AssembledTrace trace) {
        settling.after(trace.ledger().awaitedWithTasksNanos(),
                () -> settling.after(trace.ledger().awaitedNanos(), () -> end(trace, TraceEnd.ENDED)));
    }

    /** Gives away an ended span with the waits in it: at once, unless some may not have been reported yet. */
    public void onceKnown(ReadableSpan ended, Consumer<ReadableSpan> receiver) {
        AssembledTrace trace = traceOf(ended);
        SlowSpan slow = trace == null ? null : trace.ledger().slow(ended.getSpanContext().getSpanId());
        if (slow == null) {
            receiver.accept(ended);
        } else {
            settling.after(slow.awaitedNanos(), () -> receiver.accept(slow.amended(ended)));
        }
    }

    /** Whether the span is the first root of its local trace, and so will be given to the listeners of the roots. */
    public boolean isFirstRoot(ReadableSpan span) {
        AssembledTrace trace = traceOf(span);
        return trace != null && trace.isFirstRoot(span.getSpanContext().getSpanId());
    }

    /** Null if its trace state was replaced, or the sampler was: there is no trace to wait for. */
    private AssembledTrace traceOf(ReadableSpan span) {
        AssembledTrace trace = AssembledTrace.of(span.getSpanContext());
        return trace != null && trace.audience() == audienceOf(span) ? trace : null;
    }

    private Audience audienceOf(ReadableSpan span) {
        return span.getSpanContext().isSampled() ? ofSampled : ofOthers;
    }

    /** Whether the span has no parent in its local trace, or one that has called from outside. */
    private static boolean isRoot(ReadableSpan span, AssembledTrace trace) {
        return span.getParentSpanContext().isRemote() || AssembledTrace.of(span.getParentSpanContext()) != trace;
    }

    /** Ends the traces whose roots have been waited for too long; to be called about once a second. */
    public void sweep() {
        long now = clock.nanoTime();
        long maxWaitNanos = limits.maxWait().toNanos();
        for (AssembledTrace trace : held.byAge()) {
            if (now - trace.begunNanos() < maxWaitNanos) {
                break;
            }
            if (trace.audience().waitsForEachRoot()) {
                BrokenTelemetry.guard(() -> end(trace, TraceEnd.MAX_WAIT));
            }
        }
    }

    /** The first roots that have been running for so long, and still are, the oldest first. */
    public void forEachOpenRoot(long olderThanNanos, Consumer<OpenRoot> action) {
        for (AssembledTrace trace : held.byAge()) {
            long ageNanos = clock.nanoTime() - trace.begunNanos();
            if (ageNanos < olderThanNanos) {
                break;
            }
            ReadableSpan root = trace.openRoot();
            if (root != null) {
                action.accept(new OpenRoot(root, ageNanos));
            }
        }
    }

    /** The first root of the local trace of a span, while it is waited for; else null. */
    public OpenRoot openRootOf(SpanContext span) {
        AssembledTrace trace = AssembledTrace.of(span);
        ReadableSpan root = trace == null ? null : trace.openRoot();
        return root == null ? null : new OpenRoot(root, clock.nanoTime() - trace.begunNanos());
    }

    /**
     * A root is ending, and can still be changed: all that is known of its trace by now is written on it.
     *
     * @param endNanos when, in nanoseconds since the epoch
     */
    public static void ends(ReadWriteSpan root, long endNanos) {
        AssembledTrace trace = AssembledTrace.of(root.getSpanContext());
        if (trace != null) {
            trace.judge(root, endNanos);
        }
    }

    /** The response to a root begins, which may take as long as it likes: it is not waited for any longer. */
    public static void answers(ReadableSpan root) {
        AssembledTrace trace = AssembledTrace.of(root.getSpanContext());
        if (trace != null) {
            trace.closed(root);
        }
    }

    /** Waits for no root any longer: while the processors that export still take spans. */
    public void endRoots() {
        endAll(TraceEnd.STOPPING);
    }

    @Override
    public CompletableResultCode shutdown() {
        endAll(TraceEnd.STOPPED);
        return CompletableResultCode.ofSuccess();
    }

    private void endAll(TraceEnd end) {
        held.byAge().forEach(trace -> BrokenTelemetry.guard(() -> end(trace, end)));
    }

    private void endOldest() {
        for (AssembledTrace oldest : held.byAge()) {
            if (end(oldest, TraceEnd.MAX_TRACES)) {
                return;
            }
        }
    }

    /** While there is no room: the one that takes the most from the rest. */
    private void endLargest() {
        while (held.spans() > limits.maxSpans()) {
            AssembledTrace largest = held.largest();
            // asked again: the largest is another one because a thread has just made room by the one before
            if (largest == null || held.spans() <= limits.maxSpans()) {
                return;
            }
            if (!end(largest, TraceEnd.HELD_SPANS)) {
                // over a moment ago, or with an error amid it: either way it holds nothing any more
                held.forgetSize(largest);
            }
        }
    }

    /** Ends what is due, unless another thread has. */
    private boolean end(AssembledTrace trace, TraceEnd end) {
        return trace.end(end, clock, held);
    }
}
