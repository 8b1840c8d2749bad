package io.steptrace.runtime.internal.trace;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

/**
 * Another sampler, and with what it says the local trace of each root that is recorded: that of the span that its caller names,
 * if this process has called itself, else a new one. The spans below inherit it. Thread-safe.
 */
final class LocalTraceSampler implements Sampler {

    private final Sampler delegate;
    private final Audience ofSampled;
    private final Audience ofOthers;
    private final OwnSpans own;

    LocalTraceSampler(Sampler delegate, Audience ofSampled, Audience ofOthers, OwnSpans own) {
        this.delegate = delegate;
        this.ofSampled = ofSampled;
        this.ofOthers = ofOthers;
        this.own = own;
    }

    @Override
    public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind, Attributes attributes,
            List<LinkData> links) {
        SamplingResult result = delegate.shouldSample(parent, traceId, name, kind, attributes, links);
        if (result.getDecision() == SamplingDecision.DROP) {
            return result;
        }
        Audience audience = result.getDecision() == SamplingDecision.RECORD_AND_SAMPLE ? ofSampled : ofOthers;
        SpanContext parentContext = Span.fromContext(parent).getSpanContext();
        AssembledTrace inherited = AssembledTrace.of(parentContext);
        if (inherited != null && inherited.audience() == audience) {
            return result;
        }
        AssembledTrace calling = own.traceOf(parentContext);
        boolean isCalled = calling != null && calling.audience() == audience;
        return new RootResult(result, isCalled ? calling : new AssembledTrace(traceId, audience));
    }

    @Override
    public String getDescription() {
        return delegate.getDescription();
    }

    @Override
    public String toString() {
        return delegate.toString();
    }

    /** What is decided on a root, and what the spans below it inherit. */
    private record RootResult(SamplingResult delegate, AssembledTrace trace) implements SamplingResult {

        @Override
        public SamplingDecision getDecision() {
            return delegate.getDecision();
        }

        @Override
        public Attributes getAttributes() {
            return delegate.getAttributes();
        }

        @Override
        public TraceState getUpdatedTraceState(TraceState ofParent) {
            return new LocalTraceState(delegate.getUpdatedTraceState(ofParent), trace);
        }
    }
}
