package io.steptrace.runtime.internal.context;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.stream.Stream;

import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;

/**
 * A thread, and what it runs at the moment: written by the thread, read by any.
 * <p>
 * A platform thread is known from the first context it enters, for as long as it lives; a virtual thread, of which there may be
 * millions, while it runs something.
 */
public final class RunningThread {

    private static final ThreadLocal<RunningThread> HERE = new ThreadLocal<>();
    private static final Set<Reference<RunningThread>> KNOWN = ConcurrentHashMap.newKeySet();
    private static final ReferenceQueue<RunningThread> GONE = new ReferenceQueue<>();
    private static final AtomicReferenceFieldUpdater<RunningThread, CarriedContext> ENTERED = AtomicReferenceFieldUpdater
            .newUpdater(RunningThread.class, CarriedContext.class, "entered");
    private static final AtomicReferenceFieldUpdater<RunningThread, Context> REQUEST = AtomicReferenceFieldUpdater
            .newUpdater(RunningThread.class, Context.class, "request");

    private final Thread thread;
    private final boolean isVirtual;
    /** Held by the thread alone, and so gone with it. */
    private final Reference<RunningThread> self;
    private volatile CarriedContext entered;
    private volatile Context request;

    private RunningThread(Thread thread) {
        this.thread = thread;
        this.isVirtual = VirtualThread.is(thread);
        this.self = new WeakReference<>(this, GONE);
    }

    /** Those that may run something; which they do can change at any time. */
    public static Stream<RunningThread> all() {
        return KNOWN.stream().map(Reference::get).filter(Objects::nonNull);
    }

    /** That of the caller; {@code null} if it has not entered anything yet. */
    static RunningThread known() {
        return HERE.get();
    }

    /** That of the caller. */
    static RunningThread here() {
        RunningThread known = HERE.get();
        return known == null ? begin() : known;
    }

    private static RunningThread begin() {
        RunningThread begun = new RunningThread(Thread.currentThread());
        HERE.set(begun);
        if (!begun.isVirtual) {
            begun.register();
        }
        return begun;
    }

    private void register() {
        for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
            KNOWN.remove(gone);
        }
        KNOWN.add(self);
    }

    /** What this thread has entered last, whether or not it has been left; only for the thread itself. */
    CarriedContext entered() {
        return entered;
    }

    /** Enters a context, or with {@code null} leaves the last; only for the thread itself. */
    void enter(CarriedContext context) {
        boolean wasIdle = isVirtual && isIdle();
        // no fence for each step: another thread may see it a moment later
        ENTERED.lazySet(this, context);
        if (isVirtual) {
            registerVirtual(wasIdle);
        }
    }

    /** The calling thread runs the code of a request from now on, until {@link #leave}, where it is in no step. */
    public static RunningThread serve(Context request) {
        try {
            RunningThread here = here();
            boolean wasIdle = here.isVirtual && here.isIdle();
            REQUEST.lazySet(here, request);
            if (here.isVirtual) {
                here.registerVirtual(wasIdle);
            }
            return here;
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
            return null;
        }
    }

    /** It does not run the code of that request any more; by any thread, and harmless if it runs another one by now. */
    public void leave(Context request) {
        if (REQUEST.compareAndSet(this, request, null) && isVirtual && isIdle()) {
            KNOWN.remove(self);
        }
    }

    private void registerVirtual(boolean wasIdle) {
        if (wasIdle && !isIdle()) {
            register();
        } else if (!wasIdle && isIdle()) {
            KNOWN.remove(self);
        }
    }

    private boolean isIdle() {
        return entered == null && request == null;
    }

    public Thread thread() {
        return thread;
    }

    public boolean isVirtual() {
        return isVirtual;
    }

    /** The innermost context it runs code in; {@code null} for none. */
    public Context current() {
        CarriedContext innermost = entered;
        return innermost == null ? request : innermost.context();
    }
}
