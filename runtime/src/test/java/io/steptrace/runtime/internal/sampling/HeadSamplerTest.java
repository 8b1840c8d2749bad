package io.steptrace.runtime.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;

class HeadSamplerTest {

    private static final String SPAN_ID = "00f067aa0ba902b7";

    private final SamplingTally tally = new SamplingTally();

    @Test
    void samplesItsShareOfTraces() {
        int traces = 100_000;
        double share = 0.02;
        int sampled = decisions(sampler("head:0.02"), traces).cardinality();

        // five standard deviations of the binomial distribution: wrong once in two million runs, were the seed not fixed
        double deviation = Math.sqrt(traces * share * (1 - share));
        assertThat((double) sampled).isBetween(traces * share - 5 * deviation, traces * share + 5 * deviation);
        assertThat(tally.kept()).isEqualTo(Map.of("head", (long) sampled));
        assertThat(tally.dropped()).isEqualTo(Map.of("unremarkable", (long) (traces - sampled)));
    }

    @Test
    void decidesAlikeEverywhere() {
        assertThat(decisions(sampler("head:0.02"), 100_000)).isEqualTo(decisions(sampler("head:0.02,tail:error"), 100_000))
                .isEqualTo(decisions(Sampler.traceIdRatioBased(0.02), 100_000));
    }

    @Test
    void recordsWhatATailMayStillKeep() {
        assertThat(decide(sampler("head:0"), Context.root())).isEqualTo(SamplingDecision.DROP);
        assertThat(decide(sampler("head:0,tail:error"), Context.root())).isEqualTo(SamplingDecision.RECORD_ONLY);
    }

    @Test
    void obeysARemoteParent() {
        assertThat(decide(sampler("head:0"), remote(true))).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
        assertThat(decide(sampler("head:1"), remote(false))).isEqualTo(SamplingDecision.DROP);
        assertThat(decide(sampler("head:1,tail:p99"), remote(false))).isEqualTo(SamplingDecision.RECORD_ONLY);
    }

    @Test
    void followsALocalParent() {
        Span sampled = Span.wrap(SpanContext.create(id(1), SPAN_ID, TraceFlags.getSampled(), TraceState.getDefault()));
        Span dropped = Span.wrap(SpanContext.create(id(1), SPAN_ID, TraceFlags.getDefault(), TraceState.getDefault()));

        assertThat(decide(sampler("head:0"), Context.root().with(sampled))).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
        assertThat(decide(sampler("head:1,tail:error"), Context.root().with(dropped))).as("nobody records its root")
                .isEqualTo(SamplingDecision.DROP);
        assertThat(tally.kept()).as("no root was sampled").isEmpty();
    }

    private HeadSampler sampler(String expression) {
        return new HeadSampler(SamplerSpec.parse(expression), tally);
    }

    private static BitSet decisions(Sampler sampler, int traces) {
        Random random = new Random(20260301);
        BitSet sampled = new BitSet(traces);
        for (int i = 0; i < traces; i++) {
            String traceId = String.format("%016x%016x", random.nextLong(), random.nextLong());
            sampled.set(i, sampler.shouldSample(Context.root(), traceId, "GET", SpanKind.SERVER, Attributes.empty(), List.of())
                    .getDecision() == SamplingDecision.RECORD_AND_SAMPLE);
        }
        return sampled;
    }

    private static SamplingDecision decide(Sampler sampler, Context parent) {
        return sampler.shouldSample(parent, id(1), "GET", SpanKind.SERVER, Attributes.empty(), List.of()).getDecision();
    }

    private static Context remote(boolean isSampled) {
        return Context.root().with(Span.wrap(SpanContext.createFromRemoteParent(id(1), SPAN_ID,
                isSampled ? TraceFlags.getSampled() : TraceFlags.getDefault(), TraceState.getDefault())));
    }

    private static String id(long number) {
        return String.format("%032x", number);
    }
}
