package io.steptrace.runtime.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
        int sampled = HeadDecisions.of(sampler("head:0.02"), traces).cardinality();

        // five standard deviations of the binomial distribution: wrong once in two million runs, were the seed not fixed
        double deviation = Math.sqrt(traces * share * (1 - share));
        assertThat((double) sampled).isBetween(traces * share - 5 * deviation, traces * share + 5 * deviation);
        assertThat(tally.kept()).isEqualTo(Map.of("head", (long) sampled));
        assertThat(tally.dropped()).isEqualTo(Map.of("unremarkable", (long) (traces - sampled)));
    }

    @Test
    void decidesAlikeEverywhere() {
        assertThat(HeadDecisions.of(sampler("head:0.02"), 100_000))
                .isEqualTo(HeadDecisions.of(sampler("head:0.02,tail:error"), 100_000))
                .isEqualTo(HeadDecisions.of(Sampler.traceIdRatioBased(0.02), 100_000));
    }

    @Test
    void decidesAlikeInAnotherProcess() throws Exception {
        Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), HeadDecisions.class.getName(), "head:0.02", "100000")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String theirs = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(other.waitFor()).isZero();
        assertThat(theirs).isEqualTo(HeadDecisions.of(sampler("head:0.02"), 100_000).toString());
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
        assertThat(decide(sampler("head:1,tail:error"), Context.root().with(dropped))).as("its root is not recorded")
                .isEqualTo(SamplingDecision.DROP);
        assertThat(tally.kept()).as("no root was sampled").isEmpty();
    }

    /** By the ratio sampler's rule, all of these ids are in. */
    @Test
    void samplesItsShareOfTracesWhoseIdsAClientHasChosen() {
        int traces = 100_000;
        double share = 0.02;
        HeadSampler distrusting = distrusting("head:0.02");
        long sampled = IntStream.range(0, traces).filter(number -> distrusting.shouldSample(remote(true), id(number), "GET",
                SpanKind.SERVER, Attributes.empty(), List.of()).getDecision() == SamplingDecision.RECORD_AND_SAMPLE).count();

        // six standard deviations: wrong once in five hundred million runs
        double deviation = Math.sqrt(traces * share * (1 - share));
        assertThat((double) sampled).isBetween(traces * share - 6 * deviation, traces * share + 6 * deviation);
    }

    @Test
    void obeysNoRemoteParentThatItDoesNotTrust() {
        assertThat(decide(distrusting("head:0"), remote(true))).isEqualTo(SamplingDecision.DROP);
        assertThat(decide(distrusting("head:0,tail:error"), remote(true))).isEqualTo(SamplingDecision.RECORD_ONLY);
        assertThat(decide(distrusting("head:1"), remote(false))).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
        assertThat(decide(distrusting("head:1"), Context.root())).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
    }

    @Test
    void decidesOnACallToItselfAsOnItsCaller() {
        HeadSampler distrusting = distrusting("head:0.5,tail:error");
        for (int number = 1; number <= 100; number++) {
            Context caller = Context.root().with(Span.wrap(SpanContext.createFromRemoteParent(id(number), SPAN_ID,
                    TraceFlags.getDefault(), TraceState.getDefault())));
            assertThat(decide(distrusting, caller, number)).isEqualTo(decide(distrusting, Context.root(), number));
        }
    }

    private HeadSampler distrusting(String expression) {
        return new HeadSampler(SamplerSpec.parse(expression), false, tally);
    }

    private HeadSampler sampler(String expression) {
        return new HeadSampler(SamplerSpec.parse(expression), true, tally);
    }

    private static SamplingDecision decide(Sampler sampler, Context parent) {
        return decide(sampler, parent, 1);
    }

    private static SamplingDecision decide(Sampler sampler, Context parent, int number) {
        return sampler.shouldSample(parent, id(number), "GET", SpanKind.SERVER, Attributes.empty(), List.of()).getDecision();
    }

    private static Context remote(boolean isSampled) {
        return Context.root().with(Span.wrap(SpanContext.createFromRemoteParent(id(1), SPAN_ID,
                isSampled ? TraceFlags.getSampled() : TraceFlags.getDefault(), TraceState.getDefault())));
    }

    private static String id(long number) {
        return String.format("%032x", number);
    }
}
