package io.steptrace.runtime.internal.span;

import org.eclipse.microprofile.context.spi.ThreadContextController;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.vertx.core.Vertx;

/**
 * The context that is current on one thread while a step or a contextual callback runs on it.
 * <p>
 * Quarkus keeps the current span in the Vert.x context of a request. That has one place for all threads: pipelines that run at
 * once exchange each other's span, and the platform empties the place when a client leaves or a message is delivered,
 * whatever still works there. Outside the Vert.x contexts of requests there is no such place at all. What a thread has
 * entered by itself belongs to it alone, and decides which step it is in. Spans of other libraries, within that step, are
 * still looked up where they are.
 * <p>
 * Confined to its thread.
 */
public final class CarriedContext implements Scope {

    private static final ThreadLocal<CarriedContext> HERE = new ThreadLocal<>();
    private static final ThreadContextController NOTHING = () -> {
    };

    private final io.vertx.core.Context vertxContext;
    private final CarriedContext outer;
    private final Scope scope;
    private Context innermost;

    private CarriedContext(CarriedContext outer, Context entered, Scope scope) {
        this.vertxContext = Vertx.currentContext();
        this.outer = outer;
        this.scope = scope;
        this.innermost = entered;
    }

    /** The context that new work belongs to: the current one, unless another thread has put that there. */
    public static Context current() {
        return CarriedContextStorage.isInstalled() ? Context.current() : orRoot(over(ContextStorage.get().current()));
    }

    /** This thread enters a context, as with {@code makeCurrent()}; the scope is to be closed on the same thread. */
    public static Scope attach(Context context) {
        return entered(context, CarriedContextStorage.stored().attach(context));
    }

    /**
     * A context has become current on this thread until the scope is closed: within the one that the thread has entered, if it
     * has entered any.
     *
     * @param scope that of the place where the platform keeps the context
     */
    static Scope attached(Context context, Scope scope) {
        CarriedContext carried = here();
        return carried == null ? scope : carried.exchange(context, scope);
    }

    /** This thread enters a context, which is current until the scope is closed; {@code scope} as in {@link #attached}. */
    static Scope entered(Context context, Scope scope) {
        CarriedContext carried = here();
        return carried == null ? enter(context, scope) : carried.exchange(context, scope);
    }

    /** What is current on this thread where the platform keeps {@code stored}; both may be {@code null}. */
    static Context over(Context stored) {
        CarriedContext carried = here();
        return carried == null || carried.mayHold(stored) ? stored : carried.innermost;
    }

    /** What a callback that is made now is to carry. */
    public static ThreadContextSnapshot capture() {
        Context context = current();
        return context == Context.root() ? CarriedContext::beginWithout : () -> begin(context);
    }

    /** What a callback carries that is to run in no context of ours. */
    public static ThreadContextSnapshot clear() {
        return CarriedContext::beginWithout;
    }

    private static ThreadContextController beginWithout() {
        CarriedContext outer = HERE.get();
        if (outer == null) {
            return NOTHING;
        }
        HERE.set(null);
        return () -> HERE.set(outer);
    }

    private static ThreadContextController begin(Context context) {
        CarriedContext carried = enter(context, StoredContext.exchange(context));
        return carried::close;
    }

    private static CarriedContext enter(Context context, Scope scope) {
        CarriedContext entered = new CarriedContext(HERE.get(), context, scope);
        HERE.set(entered);
        return entered;
    }

    /** The thread leaves what it has entered. */
    @Override
    public void close() {
        // closed on another thread, against the rules, it is none of that thread's business
        if (HERE.get() == this) {
            HERE.set(outer);
        }
        scope.close();
    }

    private Scope exchange(Context context, Scope scope) {
        Context before = innermost;
        innermost = context;
        return () -> {
            if (HERE.get() == this) {
                innermost = before;
            }
            scope.close();
        };
    }

    /** Whether this can have become current here: in the same step, and not because another thread has left nothing at all. */
    private boolean mayHold(Context stored) {
        return stored == innermost
                || stored != null && Work.in(stored) == Work.in(innermost) && Span.fromContextOrNull(stored) != null;
    }

    /** What runs within may call into another Vert.x context, which the thread has not entered. */
    private static CarriedContext here() {
        CarriedContext carried = HERE.get();
        return carried != null && carried.vertxContext == Vertx.currentContext() ? carried : null;
    }

    private static Context orRoot(Context context) {
        return context == null ? Context.root() : context;
    }
}
