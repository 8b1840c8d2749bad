package io.steptrace.runtime.internal.span;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.steptrace.ErrorOrigin;

/** A step: an INTERNAL span {@code step.<name>}. */
public final class StepDefinition extends WorkDefinition {

    /** Prepares the step the build has found. */
    public StepDefinition(StepMetadata step) {
        super(step.method(), Attributes.of(AttributeKeys.STEP_NAME, step.name(), AttributeKeys.CODE_FUNCTION_NAME,
                step.method().codeFunction()));
    }

    @Override
    SpanKind spanKind() {
        return SpanKind.INTERNAL;
    }

    @Override
    void writeSequence(Span span, LocalTrace trace) {
        span.setAttribute(AttributeKeys.STEP_SEQUENCE, trace.nextStep());
    }

    @Override
    void writeOutcome(Span span, Outcome outcome, Object result) {
        span.setAttribute(AttributeKeys.STEP_OUTCOME, outcome.text());
    }

    @Override
    boolean marksError(ErrorOrigin origin) {
        return origin == ErrorOrigin.SYSTEM;
    }
}
