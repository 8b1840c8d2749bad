package io.steptrace.runtime.internal.context;

import java.util.Map;

import org.jboss.logging.Logger;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.opentelemetry.runtime.OpenTelemetryUtil;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.quarkus.vertx.core.runtime.VertxMDC;
import io.smallrye.common.vertx.VertxContext;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.text.PrintableLog;
import io.steptrace.runtime.internal.work.Work;
import io.vertx.core.Vertx;

/**
 * Makes the span of a step or an effect the current one, at a fraction of what {@code makeCurrent()} costs in Quarkus.
 * <p>
 * Most of that cost is a log MDC built anew twice per span. Where the enclosing span is in the MDC already, and not
 * shared, it is enough to exchange two ids in place. The keys under which Quarkus keeps the OpenTelemetry context and
 * the MDC are private to it: a self-test finds out whether they still are what they were, and if not, or wherever a
 * precondition fails, the public API does the work.
 */
public final class SpanActivation {

    private static final Logger LOG = PrintableLog.of(SpanActivation.class);

    private static final String OTEL_CONTEXT = QuarkusContextStorage.class.getName() + ".otelContext";
    private static final String MDC_ENTRIES = VertxMDC.class.getName();
    private static final String SPAN_ID = "spanId";
    private static final String PARENT_ID = "parentId";

    private volatile boolean inPlace;

    /** Finds out whether contexts can be exchanged in place; until then the public API is used. */
    public void selfTest(Vertx vertx) {
        io.vertx.core.Context probe = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        Context expected = Context.root().with(Span.getInvalid());
        try (Scope ignored = QuarkusContextStorage.INSTANCE.attach(probe, expected)) {
            VertxMDC.INSTANCE.put(SPAN_ID, "probe", probe);
            Object mdc = probe.getLocal(MDC_ENTRIES);
            inPlace = probe.getLocal(OTEL_CONTEXT) == expected && mdc instanceof Map<?, ?> map
                    && "probe".equals(map.get(SPAN_ID));
        } catch (Throwable e) {
            inPlace = false;
        }
        if (!inPlace) {
            LOG.debug("span activation: the context storage of this Quarkus is unknown - steps use the public API");
        }
    }

    /**
     * The current Vert.x context, that of a request, has just got its MDC from the attachment of the request's span: no
     * copy exists yet, and steps need not make one of their own.
     */
    public static void ownMdcOfRequest() {
        io.vertx.core.Context vertxContext = StoredContext.duplicated();
        if (vertxContext != null && vertxContext.getLocal(MDC_ENTRIES) instanceof Map<?, ?> mdc
                && Span.current().getSpanContext().getSpanId().equals(mdc.get(SPAN_ID))) {
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

    private Scope store(Context parent, Work work, io.vertx.core.Context vertxContext, Occupancy occupancy) {
        Map<String, Object> mdc = vertxContext.getLocal(MDC_ENTRIES);
        SpanContext outer = Span.fromContext(parent).getSpanContext();
        SpanContext inner = Span.fromContext(work.context()).getSpanContext();
        // a copy of this context's locals holds the same map, but not as its owner
        if (!inPlace || mdc == null || !occupancy.ownsMdc() || !sameTrace(outer, inner)
                || vertxContext.getLocal(OTEL_CONTEXT) != parent || !outer.getSpanId().equals(mdc.get(SPAN_ID))) {
            return storeAndOwn(parent, work, vertxContext, occupancy);
        }
        vertxContext.putLocal(OTEL_CONTEXT, work.context());
        mdc.put(SPAN_ID, inner.getSpanId());
        Object parentId = mdc.put(PARENT_ID, outer.getSpanId());
        return () -> {
            try (occupancy) {
                vertxContext.putLocal(OTEL_CONTEXT, parent);
                if (vertxContext.getLocal(MDC_ENTRIES) == mdc) {
                    restore(mdc, outer.getSpanId(), parentId);
                } else {
                    // the public API has been used within, which begins a new map each time
                    OpenTelemetryUtil.setMDCData(parent, vertxContext);
                }
            }
        };
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

    private static void restore(Map<String, Object> mdc, String spanId, Object parentId) {
        mdc.put(SPAN_ID, spanId);
        if (parentId != null) {
            mdc.put(PARENT_ID, parentId);
        } else {
            mdc.remove(PARENT_ID);
        }
    }

    private static boolean sameTrace(SpanContext outer, SpanContext inner) {
        return outer.isValid() && outer.isSampled() == inner.isSampled() && outer.getTraceId().equals(inner.getTraceId());
    }
}
