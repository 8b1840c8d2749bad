package io.steptrace.runtime.internal.context;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.work.Work;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/** The place in the Vert.x context of a request or message where the platform keeps its context: one for all threads. */
public final class StoredContext {

    /**
     * Whether any result has been awaited: in applications whose steps are over when they return, nothing need be looked up.
     */
    private static volatile boolean hasAwaited;

    private StoredContext() {
    }

    /** Whether a step or an effect that has not ended is kept there. */
    public static boolean holdsRunningWork(io.vertx.core.Context vertxContext) {
        Work work = workIn(QuarkusContextStorage.getOtelContext(vertxContext));
        return work != null && !work.isOver();
    }

    /**
     * The code of a work leaves the current Vert.x context, and its result is still to come: what that code has asked for may
     * begin later. Does nothing once the work is over. Never throws.
     *
     * @param parent what is current outside the work
     */
    public static void awaits(Work work, Context parent) {
        try {
            io.vertx.core.Context vertxContext = work.isOver() ? null : duplicated();
            if (vertxContext != null) {
                if (!hasAwaited) {
                    hasAwaited = true;
                }
                Occupancy.of(vertxContext).awaits(work, Span.fromContextOrNull(parent));
                work.whenOver(() -> rest(vertxContext));
                if (work.isOver()) {
                    rest(vertxContext);
                }
            }
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }

    /**
     * The Vert.x context in which the platform finds the parent of what a client sends. It sends when it has a connection, and
     * no code may run then that could say for whom: if one work alone is awaited, for that one. Never throws.
     *
     * @param vertxContext that of the code that asked the client
     */
    public static io.vertx.core.Context ofSender(io.vertx.core.Context vertxContext) {
        try {
            Context sender = hasAwaited && VertxContext.isDuplicatedContext(vertxContext) ? pendingIn(vertxContext) : null;
            if (sender != null) {
                ContextInternal nested = nestedIn(vertxContext);
                nested.dispatch(() -> QuarkusContextStorage.INSTANCE.attach(nested, sender));
                return nested;
            }
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
        return vertxContext;
    }

    /** {@code null} if what is stored there is right. */
    private static Context pendingIn(io.vertx.core.Context vertxContext) {
        Context stored = CarriedContext.isIn(vertxContext) ? null : QuarkusContextStorage.getOtelContext(vertxContext);
        Context sender = awaiting(vertxContext, stored);
        return sender == stored ? null : sender;
    }

    /**
     * What code belongs to that runs in the current Vert.x context and has entered nothing in it, such as a callback of the
     * application's own: to the work that is awaited there, if there is one alone, else to what is stored.
     */
    static Context awaiting(Context stored) {
        io.vertx.core.Context vertxContext = hasAwaited ? duplicated() : null;
        return vertxContext == null ? stored : awaiting(vertxContext, stored);
    }

    private static Context awaiting(io.vertx.core.Context vertxContext, Context stored) {
        Occupancy occupancy = Occupancy.known(vertxContext);
        return occupancy == null ? stored : occupancy.awaiting(stored);
    }

    /** Whether no other thread has exchanged what this one has put into a place it has claimed. */
    static boolean isOfThisThread(io.vertx.core.Context vertxContext) {
        return CarriedContext.isSeenAs(QuarkusContextStorage.getOtelContext(vertxContext));
    }

    /** A callback begins on this thread that carries this context, and ends when the scope is closed. */
    static CarriedContext enterCallback(Context context) {
        io.vertx.core.Context current = Vertx.currentContext();
        if (current == null) {
            return CarriedContext.enter(context, CarriedContextStorage.stored().attach(context));
        }
        return VertxContext.isDuplicatedContext(current) ? CarriedContext.enter(context, exchange(context, current))
                : nested(current, context);
    }

    /**
     * Puts the context of a callback there for as long as the callback runs on this thread. Where another thread is in a step
     * there, the place is left to that one.
     */
    private static Scope exchange(Context context, io.vertx.core.Context shared) {
        Context found = QuarkusContextStorage.getOtelContext(shared);
        if (found == context) {
            wake(shared, context);
            return Scope.noop();
        }
        Occupancy occupancy = Occupancy.of(shared);
        if (!occupancy.claim()) {
            return Scope.noop();
        }
        Scope scope;
        try (occupancy) {
            SpanExchange exchanged = found == null ? null : SpanExchange.forCallback(shared, found, context, occupancy);
            scope = exchanged != null ? exchanged : QuarkusContextStorage.INSTANCE.attach(shared, context);
        }
        if (found == null) {
            // made for what the callback begins, as above
            return Scope.noop();
        }
        return () -> {
            // what another thread has put there meanwhile is its own
            if (QuarkusContextStorage.getOtelContext(shared) == context) {
                scope.close();
            }
        };
    }

    /** What is stored is what a callback carries that begins there: it is current for the log as well. */
    private static void wake(io.vertx.core.Context vertxContext, Context stored) {
        Occupancy occupancy = hasAwaited ? Occupancy.known(vertxContext) : null;
        if (occupancy != null) {
            occupancy.wake(stored);
        }
    }

    /** This thread has left what it had entered there, unless that was within something else; {@code null} for nowhere. */
    static void rest(io.vertx.core.Context vertxContext) {
        if (hasAwaited && vertxContext != null && VertxContext.isDuplicatedContext(vertxContext)) {
            Occupancy occupancy = Occupancy.known(vertxContext);
            if (occupancy != null && occupancy.hasAwaited() && !CarriedContext.isIn(vertxContext)) {
                occupancy.rest();
            }
        }
    }

    /**
     * What code has entered by the platform's API that has entered nothing of ours, such as a callback of the application's
     * own.
     */
    static Scope inCallback(Scope entered) {
        io.vertx.core.Context vertxContext = hasAwaited ? duplicated() : null;
        return vertxContext == null ? entered : () -> {
            entered.close();
            rest(vertxContext);
        };
    }

    /**
     * Enters a Vert.x context within this one that is the caller's alone, and makes {@code context} current there. For a
     * context of a kind in which the platform keeps nothing, and for one that another thread works in.
     */
    static CarriedContext nested(io.vertx.core.Context vertxContext, Context context) {
        ContextInternal nested = nestedIn(vertxContext);
        ContextInternal previous = nested.beginDispatch();
        // never closed: what is begun there, such as a request of an HTTP client, looks for its parent there later
        QuarkusContextStorage.INSTANCE.attach(nested, context);
        return CarriedContext.enter(context, () -> nested.endDispatch(previous));
    }

    private static ContextInternal nestedIn(io.vertx.core.Context vertxContext) {
        ContextInternal nested = (ContextInternal) VertxContext.newNestedContext(vertxContext);
        if (!VertxContext.isDuplicatedContext(vertxContext)) {
            VertxContextSafetyToggle.setContextSafe(nested, true);
        }
        return nested;
    }

    /** The current Vert.x context, if it is one with such a place; else {@code null}. */
    static io.vertx.core.Context duplicated() {
        io.vertx.core.Context current = Vertx.currentContext();
        return current != null && VertxContext.isDuplicatedContext(current) ? current : null;
    }

    private static Work workIn(Context context) {
        return context == null ? null : Work.in(context);
    }
}
