package io.steptrace.runtime.internal.sampling;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.SpanNames;

/** Reads from spans what decides whether their trace is kept. */
final class SpanFacts {

    private SpanFacts() {
    }

    /** Whether the span is the first of its trace in this process. */
    static boolean isLocalRoot(ReadableSpan span) {
        SpanContext parent = span.getParentSpanContext();
        return !parent.isValid() || parent.isRemote();
    }

    /** Whether the status of an ended span is ERROR. */
    static boolean hasFailed(ReadableSpan ended) {
        return ended.toSpanData().getStatus().getStatusCode() == StatusCode.ERROR;
    }

    /** Whether the span is an effect that its work could not do without, and that failed. */
    static boolean isFailedRequiredEffect(ReadableSpan span) {
        return Boolean.FALSE.equals(span.getAttribute(AttributeKeys.EFFECT_SUCCESS))
                && Boolean.TRUE.equals(span.getAttribute(AttributeKeys.EFFECT_REQUIRED))
                && span.getAttribute(AttributeKeys.EFFECT_OUTCOME) == null;
    }

    /** Whether the span is a promoted wait in a queue. */
    static boolean isQueueWait(ReadableSpan span) {
        return span.getName().equals(SpanNames.QUEUE_WAIT);
    }

    /** Whether the span is a promoted park. */
    static boolean isPark(ReadableSpan span) {
        return span.getName().startsWith(SpanNames.PARK_PREFIX);
    }

    /** The template of the request's path, or what else the ended root of a local trace is called. */
    static String route(ReadableSpan root) {
        String route = root.getAttribute(AttributeKeys.HTTP_ROUTE);
        return route != null ? route : root.getName();
    }

    /** The attributes of the first span of a trace that was sampled for this reason. */
    static Attributes sampledFor(String reason) {
        return Attributes.of(AttributeKeys.SAMPLING_REASON, reason);
    }
}
