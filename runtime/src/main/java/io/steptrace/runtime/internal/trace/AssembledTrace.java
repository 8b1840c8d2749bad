package io.steptrace.runtime.internal.trace;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.trace.ledger.EndedSpans;
import io.steptrace.runtime.internal.trace.ledger.TraceLedger;
import io.steptrace.runtime.internal.trace.ledger.TraceTimes;
import io.vertx.core.Context;

/**
 * The spans of a local trace until it is over for all of its listeners, and what was decided on it from then on: its spans that
 * end later find it here. Thread-safe.
 * <p>
 * It has two ends: its roots have ended, and all of its spans have. It is held as long as there are listeners that wait.
 */
final class AssembledTrace implements LocalTraceState.Trace {

    /** What the end of a span means for its trace. */
    enum Next {
        /** Nothing yet. */
        WAIT,
        /** The last root, or the last span of all, has ended. */
        END,
        /** There is no room for more spans. */
        FULL,
        /** The roots are over already. */
        LATE,
        /** All is over already. */
        RELEASED
    }

    private final String traceId;
    private final Audience audience;
    private final TraceDecision decision = new TraceDecision();
    private final TraceLedger ledger = new TraceLedger();

    /** What its steps and effects share, until the trace is released. */
    final LocalTrace.Once local = new LocalTrace.Once();

    private long begunNanos;
    /** Where it is held. */
    private long place;
    /** Null while it is not held. */
    private EndedSpans spans;
    /** Those of its spans that a call of this process to itself finds; null when it finds none, and is to find none. */
    private OwnSpans.OfTrace known;
    /** Null before the first root. */
    private volatile TraceTimes times;
    /** The first root, once it has ended: the roots after it are what it has called, and may outlive it. */
    private ReadableSpan root;
    /** Its first root until that has ended, or is being answered; null else. */
    private volatile ReadableSpan openRoot;
    private int openRoots;
    private int openSpans;
    private int surplusSpans;
    private boolean areRootsOver;

    /** One whose first root is about to start. */
    AssembledTrace(String traceId, Audience audience) {
        this.traceId = traceId;
        this.audience = audience;
        this.areRootsOver = !audience.waitsForRoots();
    }

    /** The local trace of a span of this process; null if it has none. */
    static AssembledTrace of(SpanContext span) {
        return (AssembledTrace) LocalTraceState.traceOf(span);
    }

    String traceId() {
        return traceId;
    }

    Audience audience() {
        return audience;
    }

    @Override
    public TraceLedger ledger() {
        return ledger;
    }

    boolean isFirstRoot(String spanId) {
        TraceTimes known = times;
        return known != null && known.rootId().equals(spanId);
    }

    /** When the first root started; to be called once the trace is held. */
    long begunNanos() {
        return begunNanos;
    }

    TraceDecision decision() {
        return decision;
    }

    /** How many spans it holds. */
    synchronized int size() {
        return spans == null ? 0 : spans.size();
    }

    /**
     * A span has started.
     *
     * @param own learns of it as long as a call of this process to itself may join the trace, but of no more spans than are
     *        held
     * @return whether the trace is held from now on
     */
    synchronized boolean started(ReadableSpan span, boolean isRoot, int maxSpans, Clock clock, HeldTraces held, OwnSpans own) {
        boolean begins = spans == null && (times == null || audience.waitsForAll());
        if (begins) {
            begin(span, clock.nanoTime(), held, own);
        }
        openSpans++;
        if (isRoot) {
            openRoots++;
        }
        if (known != null) {
            known.add(span.getSpanContext().getSpanId(), maxSpans);
        }
        return begins;
    }

    private void begin(ReadableSpan span, long nowNanos, HeldTraces held, OwnSpans own) {
        if (times == null) {
            openRoot = span;
            // an event loop only begins with what it serves
            times = new TraceTimes(ledger, span.getSpanContext().getSpanId(),
                    Context.isOnEventLoopThread() ? 0 : Thread.currentThread().getId());
            begunNanos = nowNanos;
        }
        // made first: a trace that is known to be held must hold something
        EndedSpans none = new EndedSpans();
        place = held.add(this);
        spans = none;
        known = areRootsOver && audience.waitsForRoots() ? null : own.begin(this);
    }

    /** A root, be it the first, is not waited for any longer. */
    void closed(ReadableSpan root) {
        if (openRoot == root) {
            openRoot = null;
        }
    }

    @Override
    public ReadableSpan openRoot() {
        return openRoot;
    }

    /** A span has ended. */
    synchronized Next ended(ReadableSpan span, boolean isRoot, int maxSpans, HeldTraces held) {
        openSpans--;
        if (isRoot) {
            openRoots--;
        }
        if (spans == null) {
            return Next.RELEASED;
        }
        boolean isFirst = isRoot && isFirstRoot(span.getSpanContext().getSpanId());
        if (isFirst) {
            root = span;
        }
        if (isFirst && audience.waitsForRoots() || spans.size() < maxSpans) {
            held.grown(this, spans.size() + 1);
            spans.add(span);
            held.counted(spans.size());
        } else {
            surplusSpans++;
        }
        if (areRootsOver && audience.waitsForRoots()) {
            return Next.LATE;
        }
        if (areRootsOver ? openSpans <= 0 : isRoot && haveRootsEnded()) {
            return Next.END;
        }
        return areRootsOver || spans.size() < maxSpans || !audience.waitsForEachRoot() ? Next.WAIT : Next.FULL;
    }

    private boolean haveRootsEnded() {
        return openRoots <= 0 || root != null && !audience.waitsForEachRoot();
    }

    /** Ends what is due; whether anything was. */
    boolean end(TraceEnd end, Clock clock, HeldTraces held) {
        boolean endsRoots;
        boolean releases;
        TraceView view;
        synchronized (this) {
            endsRoots = !areRootsOver && (haveRootsEnded() || end.isForced());
            releases = (areRootsOver || endsRoots) && (!audience.waitsForAll() || openSpans <= 0 || end.releases());
            if (spans == null || !endsRoots && !releases) {
                return false;
            }
            view = view(releases ? spans : spans.copy(), clock);
            if (endsRoots) {
                audience.decide(view, end);
                areRootsOver = true;
            }
            forget();
            if (releases) {
                release(held);
            }
        }
        if (endsRoots) {
            audience.rootsOver(view);
        }
        if (releases) {
            audience.allOver(view);
        }
        return true;
    }

    /** The first root is ending on this thread: it gets the verdict now, unless there may be waits that are not known yet. */
    void judge(ReadWriteSpan root, long endNanos) {
        if (audience.judges() && ledger.awaitedWithTasksNanos() == 0) {
            EndedSpans ended;
            synchronized (this) {
                ended = spans != null && isFirstRoot(root.getSpanContext().getSpanId()) ? spans.copy() : null;
            }
            if (ended != null) {
                times.judge(root, endNanos, ended);
            }
        }
    }

    private TraceView view(EndedSpans ended, Clock clock) {
        long elapsedNanos = root != null ? root.getLatencyNanos() : clock.nanoTime() - begunNanos;
        return new TraceView(decision, ended, root, elapsedNanos, openSpans, surplusSpans, times);
    }

    private void forget() {
        if (known != null) {
            known.forget();
            known = null;
        }
    }

    /** What was decided outlives the spans by far: as long as a span that has not ended. */
    private void release(HeldTraces held) {
        int size = spans.size();
        spans = null;
        root = null;
        surplusSpans = 0;
        local.forget();
        held.remove(this, place, size);
    }
}
