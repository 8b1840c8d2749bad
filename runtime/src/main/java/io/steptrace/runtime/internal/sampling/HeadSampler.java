package io.steptrace.runtime.internal.sampling;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.steptrace.runtime.internal.trace.LocalTraceState;

/**
 * Samples a share of all traces by their id, so that every process decides alike, and obeys a parent that has decided already;
 * where remote parents are not trusted, it decides without them. Where a tail may still keep a trace, those not sampled are
 * recorded all the same, and are not sampled for other processes. Thread-safe.
 */
public final class HeadSampler implements Sampler {

    private static final SamplingResult SAMPLED = SamplingResult.recordAndSample();
    private static final SamplingResult SAMPLED_ROOT = SamplingResult.create(SamplingDecision.RECORD_AND_SAMPLE,
            SpanFacts.sampledFor(SamplingTally.HEAD));
    private static final SamplingResult RECORDED = SamplingResult.create(SamplingDecision.RECORD_ONLY);
    private static final SamplingResult DROPPED = SamplingResult.drop();

    private final SamplerSpec spec;
    private final boolean trustsRemote;
    private final HeadShare share;
    private final SamplingResult unsampled;
    private final SamplingTally tally;

    /**
     * @param trustsRemote whether a remote parent, and a trace id that it may have chosen, decide
     */
    public HeadSampler(SamplerSpec spec, boolean trustsRemote, SamplingTally tally) {
        this.spec = spec;
        this.tally = tally;
        this.trustsRemote = trustsRemote;
        this.share = trustsRemote ? HeadShare.ofTraceIds(spec.headRatio()) : HeadShare.secret(spec.headRatio());
        this.unsampled = spec.hasTail() ? RECORDED : DROPPED;
    }

    @Override
    public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind, Attributes attributes,
            List<LinkData> links) {
        Span parentSpan = Span.fromContext(parent);
        SpanContext parentContext = parentSpan.getSpanContext();
        if (!parentContext.isValid() || parentContext.isRemote()) {
            return isSampled(parentContext, traceId) ? sampledRoot() : unsampledRoot();
        }
        if (parentContext.isSampled()) {
            return SAMPLED;
        }
        // a trace that is not recorded here is not taken up in its middle; of one that is, spans may begin late
        return parentSpan.isRecording() || LocalTraceState.ledgerOf(parentContext) != null ? unsampled : DROPPED;
    }

    private boolean isSampled(SpanContext parent, String traceId) {
        return trustsRemote && parent.isValid() ? parent.isSampled() : share.includes(traceId);
    }

    private SamplingResult sampledRoot() {
        tally.kept(SamplingTally.HEAD);
        return SAMPLED_ROOT;
    }

    /** With a tail, nothing is decided yet. */
    private SamplingResult unsampledRoot() {
        if (!spec.hasTail()) {
            tally.dropped(SamplingTally.UNREMARKABLE);
        }
        return unsampled;
    }

    @Override
    public String getDescription() {
        return "HeadSampler{" + spec + "}";
    }
}
