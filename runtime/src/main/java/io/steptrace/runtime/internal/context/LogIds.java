package io.steptrace.runtime.internal.context;

import java.util.Map;
import java.util.concurrent.ConcurrentMap;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.quarkus.opentelemetry.runtime.OpenTelemetryUtil;
import io.quarkus.vertx.core.runtime.VertxMDC;

/**
 * The ids of a span in the log MDC of a Vert.x context, written in place where that is possible: the public API builds the MDC
 * anew each time. The key under which Quarkus keeps it is private to it, which {@link SpanExchange} finds out about.
 */
final class LogIds {

    static final String SPAN_ID = OpenTelemetryUtil.SPAN_ID;
    private static final String PARENT_ID = OpenTelemetryUtil.PARENT_ID;
    private static final String MDC_ENTRIES = VertxMDC.class.getName();

    private LogIds() {
    }

    /** The entries of the log MDC there; {@code null} if there are none, or they are not where they were. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> of(io.vertx.core.Context vertxContext) {
        Object found = vertxContext.getLocal(MDC_ENTRIES);
        // by what Vert.x asks of such a map as well: to ask for another interface each time takes longer
        return found instanceof ConcurrentMap<?, ?> mdc ? (ConcurrentMap<String, Object>) mdc : null;
    }

    static boolean areOf(Span span, Map<String, Object> mdc) {
        return mdc != null && span.getSpanContext().getSpanId().equals(mdc.get(SPAN_ID));
    }

    /** Writes the ids of a span of the same trace over those that are there; the parent's that was there before. */
    static Object write(SpanContext span, Object parentId, Map<String, Object> mdc) {
        mdc.put(SPAN_ID, span.getSpanId());
        return parentId == null ? mdc.remove(PARENT_ID) : mdc.put(PARENT_ID, parentId);
    }

    /** Has the log name the span of {@code context} from now on, unless it does. */
    static void show(Context context, io.vertx.core.Context vertxContext, boolean ownsMdc) {
        Map<String, Object> mdc = of(vertxContext);
        Span span = Span.fromContext(context);
        if (!areOf(span, mdc) && !(ownsMdc && writeInTrace(span, mdc))) {
            OpenTelemetryUtil.setMDCData(context, vertxContext);
        }
    }

    /** As {@link #write}, if that can be done: of a span that is recorded, where the ids are those of its trace. */
    static boolean writeInTrace(Span span, Map<String, Object> mdc) {
        SpanContext written = span.getSpanContext();
        boolean isPossible = span instanceof ReadableSpan && mdc != null
                && written.getTraceId().equals(mdc.get(OpenTelemetryUtil.TRACE_ID))
                && Boolean.toString(written.isSampled()).equals(mdc.get(OpenTelemetryUtil.SAMPLED));
        if (isPossible) {
            write(written, parentIdOf(span, written), mdc);
        }
        return isPossible;
    }

    /** {@code null} for a root; a span that is not recorded does not say. */
    static String parentIdOf(Span span, SpanContext outer) {
        if (!(span instanceof ReadableSpan readable)) {
            return outer.getSpanId();
        }
        SpanContext parent = readable.getParentSpanContext();
        return parent.isValid() ? parent.getSpanId() : null;
    }
}
