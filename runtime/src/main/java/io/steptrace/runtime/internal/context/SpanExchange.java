package io.steptrace.runtime.internal.context;

import java.util.Map;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.opentelemetry.runtime.OpenTelemetryUtil;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.quarkus.vertx.core.runtime.VertxMDC;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;

/**
 * The current span of a Vert.x context, exchanged in place for another of its trace, and back; used by one thread.
 * <p>
 * Most of what {@code makeCurrent()} costs is a log MDC built anew twice. Where the span is in the MDC already, and that is not
 * shared, it is enough to exchange two ids. The keys under which Quarkus keeps the OpenTelemetry context and the MDC are
 * private to it: a self-test finds out whether they still are what they were.
 */
final class SpanExchange implements Scope {

    private static final String OTEL_CONTEXT = QuarkusContextStorage.class.getName() + ".otelContext";

    private static volatile boolean isPossible;

    private final io.vertx.core.Context vertxContext;
    private final Context outer;
    private final Map<String, Object> mdc;
    private final Object outerParentId;
    /** Given back with the exchange; {@code null} if it is not held. */
    private final Occupancy held;

    private SpanExchange(io.vertx.core.Context vertxContext, Context outer, Map<String, Object> mdc, Object outerParentId,
            Occupancy held) {
        this.vertxContext = vertxContext;
        this.outer = outer;
        this.mdc = mdc;
        this.outerParentId = outerParentId;
        this.held = held;
    }

    /** Finds out whether spans can be exchanged in place; until then they are not. */
    static boolean selfTest(Vertx vertx) {
        io.vertx.core.Context probe = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        Context expected = Context.root().with(Span.getInvalid());
        try (Scope ignored = QuarkusContextStorage.INSTANCE.attach(probe, expected)) {
            VertxMDC.INSTANCE.put(LogIds.SPAN_ID, "probe", probe);
            isPossible = probe.getLocal(OTEL_CONTEXT) == expected && LogIds.of(probe) != null
                    && "probe".equals(LogIds.of(probe).get(LogIds.SPAN_ID));
        } catch (Throwable e) {
            isPossible = false;
        }
        return isPossible;
    }

    /** Whether the span of the caller is in the MDC of a Vert.x context. */
    static boolean isInMdc(io.vertx.core.Context vertxContext) {
        return LogIds.areOf(Span.current(), LogIds.of(vertxContext));
    }

    /**
     * Exchanges the span of {@code parent}, which is kept there, for that of work whose span is a direct child.
     *
     * @param occupancy of this thread, which is given back when the scope is closed
     * @return {@code null} if that cannot be done in place, and nothing has been done
     */
    static SpanExchange forWork(io.vertx.core.Context vertxContext, Context parent, Context work, Occupancy occupancy) {
        return inPlace(vertxContext, parent, work, occupancy, true);
    }

    /**
     * Exchanges the span of {@code outer}, which is kept there, for that of {@code inner}, whatever lies between them.
     *
     * @param occupancy of this thread
     * @return as {@link #forWork} does
     */
    static SpanExchange forCallback(io.vertx.core.Context vertxContext, Context outer, Context inner, Occupancy occupancy) {
        return inPlace(vertxContext, outer, inner, occupancy, false);
    }

    private static SpanExchange inPlace(io.vertx.core.Context vertxContext, Context outer, Context inner, Occupancy occupancy,
            boolean isWork) {
        Map<String, Object> mdc = LogIds.of(vertxContext);
        SpanContext outerSpan = Span.fromContext(outer).getSpanContext();
        Span span = Span.fromContext(inner);
        // a copy of this context's locals holds the same map, but not as its owner
        if (!isPossible || mdc == null || !occupancy.ownsMdc() || !sameTrace(outerSpan, span.getSpanContext())
                || vertxContext.getLocal(OTEL_CONTEXT) != outer || !occupancy.logNames(outer, mdc)) {
            return null;
        }
        vertxContext.putLocal(OTEL_CONTEXT, inner);
        String parentId = isWork ? outerSpan.getSpanId() : LogIds.parentIdOf(span, outerSpan);
        Object outerParentId = LogIds.write(span.getSpanContext(), parentId, mdc);
        return new SpanExchange(vertxContext, outer, mdc, outerParentId, isWork ? occupancy : null);
    }

    @Override
    public void close() {
        try {
            vertxContext.putLocal(OTEL_CONTEXT, outer);
            if (LogIds.of(vertxContext) == mdc) {
                LogIds.write(Span.fromContext(outer).getSpanContext(), outerParentId, mdc);
            } else {
                // the public API has been used within, which begins a new map each time
                OpenTelemetryUtil.setMDCData(outer, vertxContext);
            }
        } finally {
            if (held != null) {
                held.close();
            }
        }
    }

    private static boolean sameTrace(SpanContext outer, SpanContext inner) {
        return outer.isValid() && outer.isSampled() == inner.isSampled() && outer.getTraceId().equals(inner.getTraceId());
    }
}
