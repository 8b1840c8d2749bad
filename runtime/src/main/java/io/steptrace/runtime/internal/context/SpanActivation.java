package io.steptrace.runtime.internal.context;

import org.jboss.logging.Logger;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.opentelemetry.runtime.OpenTelemetryUtil;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.smallrye.common.vertx.VertxContext;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.text.PrintableLog;
import io.steptrace.runtime.internal.work.Work;
import io.vertx.core.Vertx;

/**
 * Makes the span of a step or an effect the current one: by a {@link SpanExchange}, or wherever that cannot be done by the
 * public API.
 */
public final class SpanActivation {

    private static final Logger LOG = PrintableLog.of(SpanActivation.class);

    /** Finds out whether contexts can be exchanged in place; until then the public API is used. */
    public void selfTest(Vertx vertx) {
        if (!SpanExchange.selfTest(vertx)) {
            LOG.debug("span activation: the context storage of this Quarkus is unknown - steps use the public API");
        }
    }

    /**
     * The current Vert.x context, that of a request, has just got its MDC from the attachment of the request's span: no
     * copy exists yet, and steps need not make one of their own.
     */
    public static void ownMdcOfRequest() {
        io.vertx.core.Context vertxContext = StoredContext.duplicated();
        if (vertxContext != null && SpanExchange.isInMdc(vertxContext)) {
            Occupancy.of(vertxContext).ownMdc();
        }
    }

    /** Makes work current whose span is a direct child of {@code parent}; the scope is to be closed on the same thread. */
    public CarriedContext attach(Context parent, Work work) {
        try {
            return enter(parent, work);
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
            return CarriedContext.NONE;
        }
    }

    private CarriedContext enter(Context parent, Work work) {
        io.vertx.core.Context vertxContext = Vertx.currentContext();
        if (vertxContext == null) {
            return CarriedContext.enter(work.context(), CarriedContextStorage.stored().attach(work.context()));
        }
        Occupancy occupancy = VertxContext.isDuplicatedContext(vertxContext) ? Occupancy.of(vertxContext) : null;
        if (occupancy == null || !occupancy.claim()) {
            return StoredContext.nested(vertxContext, work.context());
        }
        try {
            if (StoredContext.isOfThisThread(vertxContext)) {
                return CarriedContext.enter(work.context(), store(parent, work, vertxContext, occupancy));
            }
        } catch (Throwable e) {
            occupancy.close();
            throw e;
        }
        occupancy.close();
        return StoredContext.nested(vertxContext, work.context());
    }

    private static Scope store(Context parent, Work work, io.vertx.core.Context vertxContext, Occupancy occupancy) {
        SpanExchange exchanged = SpanExchange.forWork(vertxContext, parent, work.context(), occupancy);
        return exchanged != null ? exchanged : storeAndOwn(parent, work, vertxContext, occupancy);
    }

    private static Scope storeAndOwn(Context parent, Work work, io.vertx.core.Context vertxContext, Occupancy occupancy) {
        Scope scope = QuarkusContextStorage.INSTANCE.attach(vertxContext, work.context());
        occupancy.ownMdc();
        return () -> {
            try (occupancy) {
                scope.close();
                if (!Span.fromContext(parent).getSpanContext().isValid()) {
                    // the platform leaves the ids where a context without a span comes back
                    OpenTelemetryUtil.clearMDCData(vertxContext);
                }
            }
        };
    }
}
