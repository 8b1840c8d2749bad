package io.steptrace.runtime.internal.work;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.telemetry.Measurements;
import io.steptrace.runtime.internal.telemetry.Outcome;
import io.steptrace.runtime.internal.telemetry.method.AttemptMetadata;
import io.steptrace.runtime.internal.telemetry.method.MethodMetadata;
import io.steptrace.runtime.internal.telemetry.method.ParameterAttribute;
import io.steptrace.runtime.internal.telemetry.method.ResultShape;
import io.steptrace.runtime.internal.trace.LocalTrace;

/** One annotated method, prepared so that a call has nothing left to look up or to build; immutable. */
public abstract sealed class WorkDefinition permits StepDefinition, ContinuationDefinition, EffectDefinition {

    private final MethodMetadata method;
    private final ParameterAttribute[] parameters;
    private final Attributes fixedAttributes;

    WorkDefinition(MethodMetadata method, Attributes fixedAttributes) {
        this.method = method;
        this.parameters = method.parameters().toArray(ParameterAttribute[]::new);
        this.fixedAttributes = fixedAttributes;
    }

    /** The name of every span of this definition. */
    public final String spanName() {
        return method.spanName();
    }

    /** The queue calls run on; empty for the caller's own thread. */
    public final String queue() {
        return method.queue();
    }

    /** What the method declares to return. */
    public final ResultShape shape() {
        return method.shape();
    }

    /** What runs when a need of this work is met; {@code null} if that is no part of a step. */
    public abstract ContinuationDefinition continuation();

    /** The fault tolerance around the method; {@code null} if there is none. */
    public final AttemptMetadata attempts() {
        return method.attempts();
    }

    final List<Class<?>> declaredErrors() {
        return method.declaredErrors();
    }

    final void writeStart(SpanBuilder span, Object[] arguments) {
        span.setSpanKind(spanKind()).setAllAttributes(fixedAttributes);
        for (ParameterAttribute parameter : parameters) {
            parameter.write(span, arguments);
        }
    }

    abstract SpanKind spanKind();

    /** Numbers the span within its trace, and within the need it is part of, if any. */
    abstract void writePlace(Span span, LocalTrace trace, NeedPlace member);

    /** Says how the work ended. */
    abstract void writeOutcome(Span span, Outcome outcome);

    /** Says what can be seen from the result of work that succeeded; {@code null} if it has none. */
    void writeResult(Span span, Measurements measurements, Object result) {
        // mostly nothing
    }

    /** Measures work that has ended. */
    abstract void measure(Measurements measurements, long nanos, Outcome outcome, NeedPlace member, Context context);

    /** Whether a failure of the work is one of the work around it as well. */
    abstract boolean isRequired(NeedPlace member);
}
