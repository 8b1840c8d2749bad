package io.steptrace.benchmarks;

import java.time.Duration;
import java.util.List;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.steptrace.benchmarks.app.CountingExporter;
import io.steptrace.runtime.internal.sampling.HeadSampler;
import io.steptrace.runtime.internal.sampling.LatencySpanProcessor;
import io.steptrace.runtime.internal.sampling.RouteWindows;
import io.steptrace.runtime.internal.sampling.SamplerSpec;
import io.steptrace.runtime.internal.sampling.SamplingTally;
import io.steptrace.runtime.internal.sampling.TailSampler;
import io.steptrace.runtime.internal.sampling.TailSampling;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.trace.TraceAssembler;
import io.steptrace.runtime.internal.trace.TraceLimits;
import io.steptrace.runtime.internal.trace.ledger.Settling;

/**
 * Three SDKs without an application: one samples every trace, one records and drops it, one has a tail look at it in between.
 */
@State(Scope.Benchmark)
public class SampledTraces {

    /** Spans of a trace, its root included. */
    public static final int SPANS = 10;

    /** Room for the bursts of a tight loop: a span dropped is cheaper than a span exported. */
    private static final int QUEUE = 65_536;
    private static final TraceLimits LIMITS = new TraceLimits(10_000, 1_000, 100_000, Duration.ofSeconds(30));
    private static final SamplerSpec FAILURES = SamplerSpec.parse("head:0,tail:error");

    private SdkTracerProvider sampled;
    private SdkTracerProvider recorded;
    private SdkTracerProvider heldBack;
    private Tracer sampledTracer;
    private Tracer recordedTracer;
    private Tracer heldBackTracer;

    @Setup(Level.Trial)
    public void open() {
        SamplingTally tally = new SamplingTally();
        HeadSampler head = new HeadSampler(FAILURES, true, tally);
        sampled = sdk(Sampler.alwaysOn(), batches()).build();
        recorded = sdk(head, batches()).build();
        SpanProcessor sink = batches();
        RouteWindows windows = RouteWindows.looking(Duration.ofMinutes(1), Clock.system());
        TraceAssembler assembler = new TraceAssembler(LIMITS, Clock.system(), new Settling(Clock.system()),
                List.of(tail(windows, tally, sink)));
        heldBack = sdk(assembler.sampler(head), sink).addSpanProcessor(assembler)
                .addSpanProcessor(new LatencySpanProcessor(windows.latency())).build();
        sampledTracer = sampled.get("benchmark");
        recordedTracer = recorded.get("benchmark");
        heldBackTracer = heldBack.get("benchmark");
    }

    @TearDown(Level.Trial)
    public void close() {
        sampled.close();
        recorded.close();
        heldBack.close();
    }

    /** A single sampled span. */
    public Span span() {
        Span span = sampledTracer.spanBuilder("request").setNoParent().startSpan();
        span.end();
        return span;
    }

    /** A trace whose spans are all exported. */
    public Span sampled() {
        return trace(sampledTracer);
    }

    /** A trace whose spans are recorded, though nothing looks at them. */
    public Span recorded() {
        return trace(recordedTracer);
    }

    /** A trace in which nothing fails, as the tail finds at its end. */
    public Span heldBack() {
        return trace(heldBackTracer);
    }

    private static Span trace(Tracer tracer) {
        Span root = tracer.spanBuilder("request").setNoParent().setSpanKind(SpanKind.SERVER).startSpan();
        Context below = Context.root().with(root);
        for (int number = 1; number < SPANS; number++) {
            tracer.spanBuilder("part").setParent(below).setAttribute("number", number).startSpan().end();
        }
        root.end();
        return root;
    }

    private static SdkTracerProviderBuilder sdk(Sampler sampler, SpanProcessor processor) {
        return SdkTracerProvider.builder().setSampler(sampler).addSpanProcessor(processor);
    }

    private static SpanProcessor batches() {
        return BatchSpanProcessor.builder(new CountingExporter()).setMaxQueueSize(QUEUE).build();
    }

    private static TailSampler tail(RouteWindows windows, SamplingTally tally, SpanProcessor sink) {
        return new TailSampler(
                new TailSampling(FAILURES.tailRules(), 0, windows, Duration.ofMillis(5), Duration.ofMillis(5)), tally,
                Clock.system(), List.of(sink));
    }
}
