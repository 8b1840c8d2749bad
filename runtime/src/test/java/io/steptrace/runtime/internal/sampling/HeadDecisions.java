package io.steptrace.runtime.internal.sampling;

import java.util.BitSet;
import java.util.List;
import java.util.Random;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;

/** Which of a fixed series of traces a sampler samples; runs in a process of its own, too. */
final class HeadDecisions {

    private HeadDecisions() {
    }

    /** Prints the numbers of the sampled traces; arguments: {@code <expression> <traces>}. */
    public static void main(String[] args) {
        System.out.print(of(new HeadSampler(SamplerSpec.parse(args[0]), true, new SamplingTally()),
                Integer.parseInt(args[1])));
    }

    static BitSet of(Sampler sampler, int traces) {
        Random random = new Random(20260301);
        BitSet sampled = new BitSet(traces);
        for (int i = 0; i < traces; i++) {
            String traceId = String.format("%016x%016x", random.nextLong(), random.nextLong());
            sampled.set(i, sampler.shouldSample(Context.root(), traceId, "GET", SpanKind.SERVER, Attributes.empty(), List.of())
                    .getDecision() == SamplingDecision.RECORD_AND_SAMPLE);
        }
        return sampled;
    }
}
