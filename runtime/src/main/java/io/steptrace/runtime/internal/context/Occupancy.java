package io.steptrace.runtime.internal.context;

import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

import io.opentelemetry.api.trace.Span;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.work.Work;
import io.vertx.core.Context;
import io.vertx.core.impl.ContextInternal;

/**
 * Which thread runs the code of a step in the Vert.x context of a request or message just now, where the platform has one place
 * for all threads. It is claimed before that place is looked at: of two threads that begin a step at the same moment one finds
 * it taken. And whose results are still awaited there. Thread-safe.
 */
final class Occupancy implements AutoCloseable {

    private static final String KEY = Occupancy.class.getName();
    private static final AtomicReferenceFieldUpdater<Occupancy, Thread> THREAD = AtomicReferenceFieldUpdater.newUpdater(
            Occupancy.class, Thread.class, "thread");
    private static final AtomicReferenceFieldUpdater<Occupancy, PendingWork> PENDING = AtomicReferenceFieldUpdater.newUpdater(
            Occupancy.class, PendingWork.class, "pending");

    private final Context place;
    private volatile Thread thread;
    /** How many steps within each other the thread is in; its own to read and write. */
    private int depth;
    /** Whether the MDC map was made in this Vert.x context; an old value costs no more than a detour by the public API. */
    private boolean ownsMdc;
    private volatile PendingWork pending;
    /** The last one that the log was made to name while no code of a step runs there; {@code null} for none. */
    private volatile Span resting;

    private Occupancy(Context place) {
        this.place = place;
    }

    /** That of a duplicated Vert.x context if it has one of its own; else {@code null}. */
    static Occupancy known(Context place) {
        return ((ContextInternal) place).localContextData().get(KEY) instanceof Occupancy known && known.place == place ? known
                : null;
    }

    /** That of a duplicated Vert.x context, which may be a copy of another and hold that one's. */
    static Occupancy of(Context place) {
        ConcurrentMap<Object, Object> locals = ((ContextInternal) place).localContextData();
        Occupancy known = (Occupancy) locals.get(KEY);
        while (known == null || known.place != place) {
            Occupancy own = new Occupancy(place);
            boolean isFirst = known == null ? locals.putIfAbsent(KEY, own) == null : locals.replace(KEY, known, own);
            known = isFirst ? own : (Occupancy) locals.get(KEY);
        }
        return known;
    }

    /** Whether this thread has the place, from now on or already; then {@link #close} gives it back. */
    boolean claim() {
        Thread current = Thread.currentThread();
        if (thread != current && !THREAD.compareAndSet(this, null, current)) {
            return false;
        }
        depth++;
        return true;
    }

    /** The log MDC there is of its own making; that of a copied context is the map of another. */
    void ownMdc() {
        ownsMdc = true;
    }

    boolean ownsMdc() {
        return ownsMdc;
    }

    /** The code of this work has left, and its result is still to come. */
    void awaits(Work work, Span parent) {
        Turn left = Turn.of((ContextInternal) place, this::rest);
        PENDING.updateAndGet(this, known -> PendingWork.with(known, work, parent, left));
    }

    /** Whether the code of any work has left there before it was over. */
    boolean hasAwaited() {
        return pending != null;
    }

    /**
     * No code of a step runs there, nor a callback that carries its context: the log names what other callbacks belong to. Only
     * to be called where results {@link #hasAwaited have been awaited}: elsewhere what the platform has written is right. Never
     * throws.
     */
    void rest() {
        try {
            if (thread == null) {
                io.opentelemetry.context.Context stored = QuarkusContextStorage.getOtelContext(place);
                if (stored != null) {
                    io.opentelemetry.context.Context current = awaiting(stored);
                    resting = Span.fromContext(current);
                    LogIds.show(current, place, ownsMdc);
                }
            }
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }

    /** Code begins there that belongs to what is stored, up to the next {@link #rest}. */
    void wake(io.opentelemetry.context.Context stored) {
        if (pending != null && thread == null) {
            LogIds.show(stored, place, ownsMdc);
        }
    }

    /** Whether the log names the span of {@code outer} there, after it has named another at rest. */
    boolean logNames(io.opentelemetry.context.Context outer, Map<String, Object> mdc) {
        Span span = Span.fromContext(outer);
        return LogIds.areOf(span, mdc)
                || resting != null && LogIds.areOf(resting, mdc) && LogIds.writeInTrace(span, mdc);
    }

    /** The context of the work whose result is awaited there, if there is one below what is current outside; else that. */
    io.opentelemetry.context.Context awaiting(io.opentelemetry.context.Context outer) {
        PendingWork known = pending;
        return known == null || outer == null ? outer : known.innermost(outer);
    }

    /** One step of this thread is over; on any other thread it stays claimed, and steps get places of their own. */
    @Override
    public void close() {
        if (thread == Thread.currentThread() && --depth == 0) {
            thread = null;
        }
    }
}
