package io.steptrace.runtime.internal.sampling;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.telemetry.ChangedSpan;

/**
 * An ended span that was not sampled at its beginning, as one that was: with the flag set and, if it is the first of
 * its trace in this process, with the reason among its attributes. Immutable.
 */
public final class KeptSpan extends ChangedSpan {

    /** Shows an ended span as sampled. */
    public KeptSpan(ReadableSpan delegate, String reason) {
        super(delegate, sampled(delegate.getSpanContext()),
                SpanFacts.isLocalRoot(delegate) ? SpanFacts.sampledFor(reason) : Attributes.empty());
    }

    private static SpanContext sampled(SpanContext context) {
        return SpanContext.create(context.getTraceId(), context.getSpanId(),
                TraceFlags.fromByte((byte) (context.getTraceFlags().asByte() | TraceFlags.getSampled().asByte())),
                context.getTraceState());
    }
}
