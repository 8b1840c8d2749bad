package io.steptrace.runtime.internal.recording;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.steptrace.RenderPhase;
import io.steptrace.runtime.internal.failure.ErrorRules;
import io.steptrace.runtime.internal.promotion.PromotionPolicy;
import io.steptrace.runtime.internal.queue.TaskRecordings;
import io.steptrace.runtime.internal.stuck.HeldForWitness;
import io.steptrace.runtime.internal.telemetry.EventWriter;
import io.steptrace.runtime.internal.telemetry.Measurements;
import io.steptrace.runtime.internal.telemetry.method.MethodMetadata;
import io.steptrace.runtime.internal.telemetry.method.ResultShape;
import io.steptrace.runtime.internal.telemetry.method.StepMetadata;
import io.steptrace.runtime.internal.time.TestClock;
import io.steptrace.runtime.internal.trace.LocalTraces;
import io.steptrace.runtime.internal.trace.TraceAssembler;
import io.steptrace.runtime.internal.trace.TraceLimits;
import io.steptrace.runtime.internal.trace.ledger.LongRuns;
import io.steptrace.runtime.internal.trace.ledger.Settling;
import io.steptrace.runtime.internal.work.StepDefinition;
import io.steptrace.runtime.internal.work.WorkDefinition;
import io.steptrace.runtime.internal.work.WorkTracer;

/** A real SDK whose clock the test turns, and the spans that came out of it. */
public final class RecordedSpans {

    /** Where the SDK's wall clock stands when the monotonic one stands at zero. */
    static final long EPOCH_NANOS = 1_700_000_000_000_000_000L;

    public final TestClock clock = new TestClock(0);
    public final LocalTraces traces = new LocalTraces(clock);
    public final Tracer tracer;
    public final WorkTracer work;
    final TaskRecordings tasks;
    final JobTelemetry jobs;

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

    public RecordedSpans(PromotionPolicy promotion) {
        TraceAssembler assembler = new TraceAssembler(new TraceLimits(1_000, 1_000, 10_000, Duration.ofDays(1)), clock,
                new Settling(clock), List.of(new HeldForWitness()));
        SdkTracerProvider provider = SdkTracerProvider.builder().setClock(new SdkClock())
                .setSampler(assembler.sampler(Sampler.alwaysOn())).addSpanProcessor(assembler)
                .addSpanProcessor(SimpleSpanProcessor.create(exporter)).build();
        tracer = provider.get("test");
        jobs = new JobTelemetry(tracer, clock, EventWriter.spanEvents(), promotion, Measurements.OFF,
                LongRuns.NONE);
        work = new WorkTracer(tracer, traces, jobs, new ErrorRules(List.of(), Set.of(), failure -> false));
        tasks = new TaskRecordings(jobs, traces);
    }

    public static WorkDefinition step(String name) {
        return new StepDefinition(new StepMetadata(
                new MethodMetadata("step." + name, "Test." + name, "", ResultShape.VOID, List.of(), List.of(), null), name,
                RenderPhase.NONE),
                "continuations");
    }

    public List<SpanData> finished() {
        return exporter.getFinishedSpanItems();
    }

    private final class SdkClock implements Clock {

        @Override
        public long now() {
            return EPOCH_NANOS + clock.nanoTime();
        }

        @Override
        public long nanoTime() {
            return clock.nanoTime();
        }
    }
}
