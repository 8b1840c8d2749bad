package io.steptrace.runtime.internal.sampling;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.steptrace.runtime.internal.time.TestClock;
import io.steptrace.runtime.internal.trace.Holdings;
import io.steptrace.runtime.internal.trace.TraceAssembler;
import io.steptrace.runtime.internal.trace.TraceLimits;
import io.steptrace.runtime.internal.trace.ledger.Settling;

/** A real SDK with head and tail, whose time the test decides. */
final class TailSampledSdk implements AutoCloseable {

    static final TextMapGetter<Map<String, String>> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return headers.keySet();
        }

        @Override
        public String get(Map<String, String> headers, String name) {
            return headers.get(name);
        }
    };

    final TestClock clock = new TestClock(0);
    final SamplingTally tally = new SamplingTally();
    final RouteWindows windows = RouteWindows.looking(Duration.ofMinutes(1), clock);
    final TraceAssembler assembler;
    final Holdings holds;
    final Tracer tracer;

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider provider;

    TailSampledSdk(String expression, int maxTraces, int maxSpansPerTrace) {
        this(expression, new TraceLimits(maxTraces, maxSpansPerTrace, 100_000, Duration.ofSeconds(30)));
    }

    /** @param more processors behind the tail */
    TailSampledSdk(String expression, TraceLimits limits, SpanProcessor... more) {
        this(expression, limits, 0, more);
    }

    TailSampledSdk(String expression, TraceLimits limits, int maxKeptPerSecond, SpanProcessor... more) {
        SamplerSpec spec = SamplerSpec.parse(expression);
        SpanProcessor export = SimpleSpanProcessor.create(exporter);
        TailSampler tail = new TailSampler(
                new TailSampling(spec.tailRules(), maxKeptPerSecond, windows, Duration.ofMillis(5), Duration.ofMillis(5)),
                tally,
                clock, Stream.concat(Stream.of(export), Stream.of(more)).toList());
        assembler = new TraceAssembler(limits, clock, new Settling(clock), List.of(tail));
        holds = new Holdings(assembler);
        provider = SdkTracerProvider.builder().setSampler(assembler.sampler(new HeadSampler(spec, true, tally)))
                .addSpanProcessor(export).addSpanProcessor(assembler)
                .addSpanProcessor(new LatencySpanProcessor(windows.latency())).build();
        tracer = provider.get("test");
    }

    List<SpanData> exported() {
        return exporter.getFinishedSpanItems();
    }

    Span child(Span parent, String name) {
        return tracer.spanBuilder(name).setParent(Context.root().with(parent)).startSpan();
    }

    /** The root of a request that names this span as its parent, as it comes in from the wire. */
    Span requestOf(SpanContext caller, String name) {
        Map<String, String> headers = Map.of("traceparent", "00-" + caller.getTraceId() + "-" + caller.getSpanId() + "-00");
        Context parent = W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, HEADERS);
        return tracer.spanBuilder(name).setParent(parent).startSpan();
    }

    /** A span of a caller that is not this process. */
    static SpanContext foreign(String traceId, String spanId) {
        return SpanContext.create(traceId, spanId, TraceFlags.getDefault(), TraceState.getDefault());
    }

    @Override
    public void close() {
        provider.close();
    }
}
