package io.steptrace.runtime.internal.span;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.steptrace.EffectKind;
import io.steptrace.ErrorOrigin;

/** An effect: a CLIENT span named by its expression. */
public final class EffectDefinition extends WorkDefinition {

    private static final Set<String> CACHE_READS = Set.of("get", "read", "find", "lookup", "fetch", "load");

    private final boolean required;
    private final boolean readsCache;

    /** Prepares the effect the build has found. */
    public EffectDefinition(EffectMetadata effect) {
        super(effect.method(), attributesOf(effect));
        this.required = effect.required();
        this.readsCache = effect.kind() == EffectKind.CACHE && CACHE_READS.contains(effect.operation());
    }

    private static Attributes attributesOf(EffectMetadata effect) {
        AttributesBuilder attributes = Attributes.builder()
                .put(AttributeKeys.EFFECT_KIND, effect.kind().name().toLowerCase(Locale.ROOT))
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
    void writeSequence(Span span, LocalTrace trace) {
        span.setAttribute(AttributeKeys.EFFECT_SEQUENCE, trace.nextEffect());
    }

    @Override
    void writeOutcome(Span span, Outcome outcome, Object result) {
        span.setAttribute(AttributeKeys.EFFECT_SUCCESS, outcome == Outcome.DONE);
        if (readsCache && outcome == Outcome.DONE) {
            span.setAttribute(AttributeKeys.CACHE_HIT, isHit(result));
        }
    }

    /** A cache read hits when it finds something; seen from outside, that is a result which is not empty. */
    private static boolean isHit(Object result) {
        return result instanceof Optional<?> optional ? optional.isPresent() : result != null;
    }

    @Override
    boolean marksError(ErrorOrigin origin) {
        return required && origin == ErrorOrigin.SYSTEM;
    }
}
