package io.steptrace.runtime.internal.work;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.steptrace.RenderPhase;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.Measurements;
import io.steptrace.runtime.internal.telemetry.Outcome;
import io.steptrace.runtime.internal.telemetry.PayloadSize;
import io.steptrace.runtime.internal.telemetry.method.MethodMetadata;
import io.steptrace.runtime.internal.telemetry.method.StepMetadata;
import io.steptrace.runtime.internal.trace.LocalTrace;

/** A step: an INTERNAL span {@code step.<name>}. */
public final class StepDefinition extends WorkDefinition {

    private static final String CONTINUATION_SUFFIX = ".resume";

    private final RenderPhase render;
    private final ContinuationDefinition continuation;
    private final Attributes[] series = new Attributes[Outcome.values().length];

    /**
     * Prepares the step the build has found.
     *
     * @param continuations the queue its continuations run on
     */
    public StepDefinition(StepMetadata step, String continuations) {
        super(step.method(), attributesOf(step));
        this.render = step.render();
        this.continuation = continuationOf(step, continuations);
        for (Outcome outcome : Outcome.values()) {
            series[outcome.ordinal()] = Attributes.of(AttributeKeys.STEP_NAME, step.name(), AttributeKeys.STEP_OUTCOME,
                    outcome.text());
        }
    }

    private static Attributes attributesOf(StepMetadata step) {
        return Attributes.of(AttributeKeys.STEP_NAME, step.name(), AttributeKeys.CODE_FUNCTION_NAME,
                step.method().codeFunction());
    }

    private static ContinuationDefinition continuationOf(StepMetadata step, String queue) {
        MethodMetadata method = step.method();
        return new ContinuationDefinition(new MethodMetadata(method.spanName() + CONTINUATION_SUFFIX, method.codeFunction(),
                queue, method.shape(), List.of(), method.declaredErrors(), null), attributesOf(step));
    }

    @Override
    public ContinuationDefinition continuation() {
        return continuation;
    }

    @Override
    SpanKind spanKind() {
        return SpanKind.INTERNAL;
    }

    @Override
    void writePlace(Span span, LocalTrace trace, NeedPlace member) {
        span.setAttribute(AttributeKeys.STEP_SEQUENCE, trace.nextStep());
    }

    @Override
    void writeOutcome(Span span, Outcome outcome) {
        span.setAttribute(AttributeKeys.STEP_OUTCOME, outcome.text());
    }

    @Override
    void writeResult(Span span, Measurements measurements, Object result) {
        if (render != RenderPhase.NONE) {
            RenderAttributes.write(span, render, PayloadSize.bytesOf(result));
        }
    }

    @Override
    void measure(Measurements measurements, long nanos, Outcome outcome, NeedPlace member, Context context) {
        measurements.step(nanos, series[outcome.ordinal()], context);
    }

    @Override
    boolean isRequired(NeedPlace member) {
        return true;
    }
}
