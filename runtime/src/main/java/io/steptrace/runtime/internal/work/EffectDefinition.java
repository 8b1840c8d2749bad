package io.steptrace.runtime.internal.work;

import java.util.Optional;
import java.util.Set;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.steptrace.EffectKind;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.Measurements;
import io.steptrace.runtime.internal.telemetry.Outcome;
import io.steptrace.runtime.internal.telemetry.method.EffectMetadata;
import io.steptrace.runtime.internal.text.EnumName;
import io.steptrace.runtime.internal.trace.LocalTrace;

/** An effect: a CLIENT span named by its expression. */
public final class EffectDefinition extends WorkDefinition {

    private static final Set<String> CACHE_READS = Set.of("get", "read", "find", "lookup", "fetch", "load");

    private final boolean required;
    private final boolean readsCache;
    private final String target;
    private final Attributes[] series = new Attributes[4];

    /** Prepares the effect the build has found. */
    public EffectDefinition(EffectMetadata effect) {
        super(effect.method(), attributesOf(effect));
        this.required = effect.required();
        this.target = effect.target();
        this.readsCache = effect.kind() == EffectKind.CACHE && CACHE_READS.contains(effect.operation());
        for (boolean isRequired : new boolean[] { true, false }) {
            for (boolean isSuccess : new boolean[] { true, false }) {
                series[seriesIndex(isRequired, isSuccess)] = Attributes.of(
                        AttributeKeys.EFFECT_KIND, EnumName.of(effect.kind()),
                        AttributeKeys.EFFECT_OPERATION, effect.operation(), AttributeKeys.EFFECT_REQUIRED, isRequired,
                        AttributeKeys.EFFECT_SUCCESS, isSuccess);
            }
        }
    }

    private static int seriesIndex(boolean isRequired, boolean isSuccess) {
        return (isRequired ? 2 : 0) + (isSuccess ? 1 : 0);
    }

    private static Attributes attributesOf(EffectMetadata effect) {
        AttributesBuilder attributes = Attributes.builder()
                .put(AttributeKeys.EFFECT_KIND, EnumName.of(effect.kind()))
                .put(AttributeKeys.EFFECT_OPERATION, effect.operation())
                .put(AttributeKeys.EFFECT_REQUIRED, effect.required())
                .put(AttributeKeys.CODE_FUNCTION_NAME, effect.method().codeFunction());
        if (!effect.target().isEmpty()) {
            attributes.put(AttributeKeys.EFFECT_TARGET, effect.target());
        }
        SemanticConventions.describe(attributes, effect);
        return attributes.build();
    }

    @Override
    SpanKind spanKind() {
        return SpanKind.CLIENT;
    }

    @Override
    public ContinuationDefinition continuation() {
        return null;
    }

    @Override
    void writePlace(Span span, LocalTrace trace, NeedPlace member) {
        span.setAttribute(AttributeKeys.EFFECT_SEQUENCE, trace.nextEffect());
        if (member == null) {
            return;
        }
        span.setAttribute(AttributeKeys.EFFECT_NEED_SEQUENCE, (long) member.sequence())
                .setAttribute(AttributeKeys.EFFECT_MODE, member.terms().mode())
                .setAttribute(AttributeKeys.EFFECT_JOIN, member.terms().join());
        if (member.required() != required) {
            span.setAttribute(AttributeKeys.EFFECT_REQUIRED, member.required());
        }
    }

    @Override
    void writeOutcome(Span span, Outcome outcome) {
        span.setAttribute(AttributeKeys.EFFECT_SUCCESS, outcome.isSuccess());
        if (outcome == Outcome.CANCELLED) {
            span.setAttribute(AttributeKeys.EFFECT_OUTCOME, outcome.text());
        }
    }

    @Override
    void writeResult(Span span, Measurements measurements, Object result) {
        if (readsCache) {
            boolean hit = isHit(result);
            span.setAttribute(AttributeKeys.CACHE_HIT, hit);
            measurements.cacheRead(target, hit);
        }
    }

    @Override
    void measure(Measurements measurements, long nanos, Outcome outcome, NeedPlace member, Context context) {
        measurements.effect(nanos, series[seriesIndex(isRequired(member), outcome.isSuccess())], context);
    }

    /** A cache read hits when it finds something; seen from outside, that is a result which is not empty. */
    private static boolean isHit(Object result) {
        return result instanceof Optional<?> optional ? optional.isPresent() : result != null;
    }

    /** The need knows better than the annotation what the work around it cannot do without. */
    @Override
    boolean isRequired(NeedPlace member) {
        return member == null ? required : member.required();
    }
}
