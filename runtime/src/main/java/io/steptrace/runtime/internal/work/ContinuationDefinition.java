package io.steptrace.runtime.internal.work;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.Measurements;
import io.steptrace.runtime.internal.telemetry.Outcome;
import io.steptrace.runtime.internal.telemetry.method.MethodMetadata;
import io.steptrace.runtime.internal.trace.LocalTrace;

/** What a step goes on with when a need is met: an INTERNAL span {@code step.<name>.resume} below the step. */
public final class ContinuationDefinition extends WorkDefinition {

    ContinuationDefinition(MethodMetadata method, Attributes attributes) {
        super(method, attributes);
    }

    @Override
    public ContinuationDefinition continuation() {
        return this;
    }

    @Override
    SpanKind spanKind() {
        return SpanKind.INTERNAL;
    }

    @Override
    void writePlace(Span span, LocalTrace trace, NeedPlace member) {
        // part of its step, which has been numbered
    }

    @Override
    void writeOutcome(Span span, Outcome outcome) {
        span.setAttribute(AttributeKeys.STEP_OUTCOME, outcome.text());
    }

    @Override
    void measure(Measurements measurements, long nanos, Outcome outcome, NeedPlace member, Context context) {
        // part of its step, which is measured
    }

    @Override
    boolean isRequired(NeedPlace member) {
        return true;
    }
}
