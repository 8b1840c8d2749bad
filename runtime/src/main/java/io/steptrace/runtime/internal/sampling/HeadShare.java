package io.steptrace.runtime.internal.sampling;

import java.security.SecureRandom;
import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;

/** Which traces are the share of all that the head samples; thread-safe. The same id is answered alike. */
@FunctionalInterface
interface HeadShare {

    boolean includes(String traceId);

    /** By bits of the trace id, as the ratio sampler of OpenTelemetry does in all processes. */
    static HeadShare ofTraceIds(double ratio) {
        Sampler sampler = Sampler.traceIdRatioBased(ratio);
        return traceId -> sampler
                .shouldSample(Context.root(), traceId, "", SpanKind.INTERNAL, Attributes.empty(), List.of())
                .getDecision() == SamplingDecision.RECORD_AND_SAMPLE;
    }

    /**
     * By the trace id and a secret of this process, so that a client that chooses the id does not choose the decision; a
     * call of the process to itself is decided as its caller was.
     */
    static HeadShare secret(double ratio) {
        SecureRandom random = new SecureRandom();
        long first = random.nextLong();
        long second = random.nextLong();
        return traceId -> {
            long high = Long.parseUnsignedLong(traceId, 0, 16, 16);
            long low = Long.parseUnsignedLong(traceId, 16, 32, 16);
            long mixed = mix(mix(mix(high ^ first) ^ low ^ second) + first);
            // the upper 53 bits as a fraction of one
            return (mixed >>> 11) * 0x1.0p-53 < ratio;
        };
    }

    /** Each bit of the result depends on each bit given: the finalizer of MurmurHash3. */
    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
