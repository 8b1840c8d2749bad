package io.steptrace.runtime.internal.sampling;

import java.time.Duration;
import java.util.List;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.steptrace.runtime.internal.time.TestClock;

/** A real SDK with head and tail, whose time the test decides. */
final class TailSampledSdk implements AutoCloseable {

    final TestClock clock = new TestClock(0);
    final SamplingTally tally = new SamplingTally();
    final RouteWindows windows = RouteWindows.looking(Duration.ofMinutes(1), clock);
    final TailSamplingSpanProcessor tail;
    final Tracer tracer;

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider provider;

    TailSampledSdk(String expression, int maxTraces, int maxSpans) {
        SamplerSpec spec = SamplerSpec.parse(expression);
        SpanProcessor export = SimpleSpanProcessor.create(exporter);
        tail = new TailSamplingSpanProcessor(new TailSampling(spec.tailRules(),
                new TailLimits(maxTraces, maxSpans, Duration.ofSeconds(30)), windows, Duration.ofMillis(5),
                Duration.ofMillis(5)),
                tally, clock, List.of(export), TailListener.NONE);
        provider = SdkTracerProvider.builder().setSampler(new HeadSampler(spec, tally)).addSpanProcessor(export)
                .addSpanProcessor(tail).build();
        tracer = provider.get("test");
    }

    List<SpanData> exported() {
        return exporter.getFinishedSpanItems();
    }

    Span child(Span parent, String name) {
        return tracer.spanBuilder(name).setParent(Context.root().with(parent)).startSpan();
    }

    @Override
    public void close() {
        provider.close();
    }
}
