package io.steptrace.runtime.internal.span;

import org.eclipse.microprofile.context.spi.ThreadContextController;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.vertx.core.Vertx;

/**
 * The context that context propagation has carried to a callback, for as long as the callback runs.
 * <p>
 * Quarkus keeps the current span in the Vert.x context of a request. Where a request goes on on several threads at once,
 * as two pipelines on worker threads do, they share that context and exchange each other's span. What was carried to a
 * callback belongs to its thread alone, and tells which step the callback is part of. Spans of others, within the step,
 * are still looked up where they are.
 * <p>
 * Confined to its thread.
 */
public final class CarriedContext implements ThreadContextController {

    private static final ThreadLocal<CarriedContext> HERE = new ThreadLocal<>();
    private static final ThreadContextController NOTHING = () -> {
    };

    private final io.vertx.core.Context shared;
    private final CarriedContext outer;
    private Context innermost;

    private CarriedContext(io.vertx.core.Context shared, CarriedContext outer, Context carried) {
        this.shared = shared;
        this.outer = outer;
        this.innermost = carried;
    }

    /** The context that new work belongs to: the current one, unless another thread has put that there. */
    public static Context current() {
        Context current = Context.current();
        CarriedContext carried = here();
        return carried == null || carried.mayHold(current) ? current : carried.innermost;
    }

    /** Makes a context current as {@code makeCurrent()} does; the scope is to be closed on the same thread. */
    public static Scope attach(Context context) {
        return attached(context, context.makeCurrent());
    }

    /** Takes note that this context is current on this thread until the scope is closed. */
    static Scope attached(Context context, Scope scope) {
        CarriedContext carried = here();
        if (carried == null) {
            return scope;
        }
        Context before = carried.innermost;
        carried.innermost = context;
        return () -> {
            carried.innermost = before;
            scope.close();
        };
    }

    /** What a callback that is made now is to carry; nothing from a thread whose current span is its own. */
    static ThreadContextSnapshot capture() {
        if (SpanActivation.duplicatedContext() == null) {
            return CarriedContext::beginWithout;
        }
        Context context = current();
        return Span.fromContextOrNull(context) == null ? CarriedContext::beginWithout : () -> begin(context);
    }

    /** A callback begins that carries nothing. */
    static ThreadContextController beginWithout() {
        CarriedContext outer = HERE.get();
        if (outer == null) {
            return NOTHING;
        }
        HERE.remove();
        return () -> HERE.set(outer);
    }

    private static ThreadContextController begin(Context context) {
        io.vertx.core.Context shared = SpanActivation.duplicatedContext();
        if (shared == null) {
            return NOTHING;
        }
        CarriedContext carried = new CarriedContext(shared, HERE.get(), context);
        HERE.set(carried);
        return carried;
    }

    /** Whether this can have become current here: in the same step, and not because another thread has left nothing at all. */
    private boolean mayHold(Context current) {
        return Work.in(current) == Work.in(innermost) && Span.fromContextOrNull(current) != null;
    }

    @Override
    public void endContext() {
        HERE.set(outer);
    }

    /** A callback may call into another Vert.x context, where nothing was carried to. */
    private static CarriedContext here() {
        CarriedContext carried = HERE.get();
        return carried != null && carried.shared == Vertx.currentContext() ? carried : null;
    }
}
