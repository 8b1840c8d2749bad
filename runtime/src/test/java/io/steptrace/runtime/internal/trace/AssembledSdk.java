package io.steptrace.runtime.internal.trace;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.steptrace.runtime.internal.time.TestClock;
import io.steptrace.runtime.internal.trace.ledger.Settling;

/** A real SDK with an assembler: it samples what is called so, and what lies below that, and records the rest. */
final class AssembledSdk implements AutoCloseable {

    static final String SAMPLED = "sampled";
    static final String RECORDED = "recorded";

    final TestClock clock = new TestClock(0);
    final TraceAssembler assembler;
    final Holdings holds;

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    AssembledSdk(TraceLimits limits, List<TraceListener> listeners) {
        assembler = new TraceAssembler(limits, clock, new Settling(clock), listeners);
        holds = new Holdings(assembler);
        provider = SdkTracerProvider.builder().setSampler(assembler.sampler(new NameSampler())).addSpanProcessor(assembler)
                .build();
        tracer = provider.get("test");
    }

    Span root(String name) {
        return tracer.spanBuilder(name).setNoParent().startSpan();
    }

    Span child(Span parent) {
        return tracer.spanBuilder("part").setParent(Context.root().with(parent)).startSpan();
    }

    /** The root of a request whose caller names this span. */
    Span requestOf(String traceId, String spanId, String name) {
        SpanContext caller = SpanContext.createFromRemoteParent(traceId, spanId, TraceFlags.getDefault(),
                TraceState.getDefault());
        return child(Span.wrap(caller), name);
    }

    Span child(Span parent, String name) {
        return tracer.spanBuilder(name).setParent(Context.root().with(parent)).startSpan();
    }

    @Override
    public void close() {
        provider.close();
    }

    private static final class NameSampler implements Sampler {

        @Override
        public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind, Attributes attributes,
                List<LinkData> links) {
            boolean isSampled = name.equals(SAMPLED) || Span.fromContext(parent).getSpanContext().isSampled();
            return SamplingResult.create(isSampled ? SamplingDecision.RECORD_AND_SAMPLE : SamplingDecision.RECORD_ONLY);
        }

        @Override
        public String getDescription() {
            return "by name";
        }
    }
}
