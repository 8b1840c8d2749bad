package io.steptrace.runtime.internal.context;

import org.eclipse.microprofile.context.spi.ThreadContextController;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.work.Work;
import io.vertx.core.Vertx;

/**
 * The context that is current on one thread while a step or a contextual callback runs on it.
 * <p>
 * Quarkus keeps the current span in the Vert.x context of a request. That has one place for all threads: pipelines that run at
 * once exchange each other's span, and the platform empties the place when a client leaves or a message is delivered,
 * even if code still works there. Outside the Vert.x contexts of requests there is no such place at all. What a thread has
 * entered by itself belongs to it alone, and is current on it; spans of other libraries within are entered as well.
 * <p>
 * Confined to its thread.
 */
public final class CarriedContext implements Scope {

    /** Not entered, because that has failed; closing it does nothing. */
    static final CarriedContext NONE = new CarriedContext(null, null, null, null, Scope.noop());

    private static final ThreadContextController NOTHING = () -> {
    };

    private final io.vertx.core.Context vertxContext;
    private final CarriedContext outer;
    /** What it ends with at the latest, because nothing obliges those that use the platform's API; {@code null} for none. */
    private final CarriedContext base;
    private final Context context;
    private final Scope scope;
    private boolean left;

    private CarriedContext(io.vertx.core.Context vertxContext, CarriedContext outer, CarriedContext base, Context context,
            Scope scope) {
        this.vertxContext = vertxContext;
        this.outer = outer;
        this.base = base;
        this.context = context;
        this.scope = scope;
    }

    /** The context that new work belongs to: the current one, unless another thread has put that there. */
    public static Context current() {
        return CarriedContextStorage.isInstalled() ? Context.current() : orRoot(seen(ContextStorage.get().current()));
    }

    /** The innermost step or effect around the caller; {@code null} if there is none or none that is recorded. */
    public static Work currentWork() {
        return Work.in(current());
    }

    /** Whether this is the innermost step or effect around the caller, for spans of other libraries as well. */
    public static boolean isCurrent(Work work) {
        return currentWork() == work && Work.in(Context.current()) == work;
    }

    /** This thread enters a context, as with {@code makeCurrent()}; the scope is to be closed on the same thread. */
    public static Scope attach(Context context) {
        try {
            return enter(context, CarriedContextStorage.stored().attach(context));
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
            return NONE;
        }
    }

    /**
     * This thread enters a context, which is current until the scope is closed.
     *
     * @param scope that of the place where the platform keeps the context
     */
    static CarriedContext enter(Context context, Scope scope) {
        return enter(null, context, scope);
    }

    private static CarriedContext enter(CarriedContext base, Context context, Scope scope) {
        RunningThread thread = RunningThread.here();
        CarriedContext entered = new CarriedContext(Vertx.currentContext(), notLeft(thread.entered()), base, context, scope);
        thread.enter(entered);
        return entered;
    }

    /** A context has become current by the platform's API: within the one that the thread has entered, if it has any. */
    static Scope attached(Context context, Scope scope) {
        CarriedContext carried = here();
        return carried == null ? StoredContext.inCallback(scope)
                : enter(carried.base == null ? carried : carried.base, context, scope);
    }

    /** Whether nothing has been entered since, on this thread: only then can it be left without disturbing anything. */
    public boolean isInnermost() {
        return here() == this;
    }

    /**
     * What is current on this thread where the platform keeps {@code stored}; both may be {@code null}. Code that has entered
     * nothing, such as a callback of the application's own, belongs to the work whose result is awaited.
     */
    static Context seen(Context stored) {
        CarriedContext carried = here();
        return carried == null ? StoredContext.awaiting(stored) : carried.over(stored);
    }

    /** Whether what the platform keeps is what this thread has entered, if it has entered anything. */
    static boolean isSeenAs(Context stored) {
        CarriedContext carried = here();
        return carried == null || carried.over(stored) == stored;
    }

    private Context over(Context stored) {
        return !CarriedContextStorage.isInstalled() && mayHold(stored) ? stored : context;
    }

    /** What a callback that is made now is to carry. */
    public static ThreadContextSnapshot capture() {
        Context context = current();
        return context == Context.root() ? CarriedContext::beginWithout
                : () -> begin(context);
    }

    private static ThreadContextController begin(Context context) {
        try {
            return StoredContext.enterCallback(context)::close;
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
            return NOTHING;
        }
    }

    /** What a callback carries that is to run in no context of ours. */
    public static ThreadContextSnapshot clear() {
        return CarriedContext::beginWithout;
    }

    private static ThreadContextController beginWithout() {
        RunningThread thread = RunningThread.known();
        CarriedContext outer = thread == null ? null : thread.entered();
        if (outer == null) {
            return NOTHING;
        }
        thread.enter(null);
        return () -> RunningThread.here().enter(notLeft(outer));
    }

    /** Left out of order, it is skipped when what was entered within is left. */
    @Override
    public void close() {
        left = true;
        RunningThread thread = RunningThread.known();
        if (thread != null) {
            thread.enter(notLeft(thread.entered()));
        }
        try {
            scope.close();
            StoredContext.rest(vertxContext);
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }

    /** Whether this thread has entered anything in that Vert.x context. */
    static boolean isIn(io.vertx.core.Context vertxContext) {
        CarriedContext carried = here();
        return carried != null && carried.vertxContext == vertxContext;
    }

    /** What is current in it. */
    Context context() {
        return context;
    }

    private static CarriedContext notLeft(CarriedContext entered) {
        CarriedContext top = entered;
        while (top != null && (top.left || top.base != null && top.base.left)) {
            top = top.outer;
        }
        return top;
    }

    /**
     * Whether this can have become current by the platform's API, unseen: in the same step, and not because another thread has
     * left nothing at all.
     */
    private boolean mayHold(Context stored) {
        return stored == context
                || stored != null && Work.in(stored) == Work.in(context) && Span.fromContextOrNull(stored) != null;
    }

    /** What runs within may call into another Vert.x context, which the thread has not entered. */
    private static CarriedContext here() {
        RunningThread thread = RunningThread.known();
        CarriedContext carried = thread == null ? null : notLeft(thread.entered());
        return carried != null && carried.vertxContext == Vertx.currentContext() ? carried : null;
    }

    private static Context orRoot(Context context) {
        return context == null ? Context.root() : context;
    }
}
