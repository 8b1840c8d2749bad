package io.steptrace.runtime.internal.stuck;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

import org.jboss.logging.Logger;
import org.jboss.logmanager.ExtHandler;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.steptrace.runtime.internal.failure.ErrorRules;
import io.steptrace.runtime.internal.promotion.PromotionPolicy;
import io.steptrace.runtime.internal.recording.JobTelemetry;
import io.steptrace.runtime.internal.recording.RecordedSpans;
import io.steptrace.runtime.internal.telemetry.EventWriter;
import io.steptrace.runtime.internal.telemetry.Measurements;
import io.steptrace.runtime.internal.time.TestClock;
import io.steptrace.runtime.internal.trace.LocalTraces;
import io.steptrace.runtime.internal.trace.TraceAssembler;
import io.steptrace.runtime.internal.trace.TraceLimits;
import io.steptrace.runtime.internal.trace.ledger.LongRuns;
import io.steptrace.runtime.internal.trace.ledger.Settling;
import io.steptrace.runtime.internal.work.Work;
import io.steptrace.runtime.internal.work.WorkTracer;

/** A real SDK whose clock the test turns, with a witness that looks when the test says so, and the lines it has written. */
final class WitnessedSdk implements AutoCloseable {

    static final Duration AFTER = Duration.ofSeconds(10);

    private static final String CATEGORY = WitnessedSdk.class.getName();
    private static final long EPOCH_NANOS = 1_700_000_000_000_000_000L;

    final List<String> lines = new CopyOnWriteArrayList<>();
    /** How many were stuck by the list, as each line was written. */
    final List<Integer> countsAtLines = new CopyOnWriteArrayList<>();
    final StuckWorks works = new StuckWorks();

    private final TestClock clock = new TestClock(0);
    private final TraceAssembler assembler = new TraceAssembler(new TraceLimits(1_000, 100, 10_000, Duration.ofDays(1)), clock,
            new Settling(clock),
            List.of(new HeldForWitness()));
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final LocalTraces traces = new LocalTraces(clock);
    private final SdkTracerProvider provider = SdkTracerProvider.builder().setClock(new SdkClock())
            .setSampler(assembler.sampler(Sampler.alwaysOn())).addSpanProcessor(assembler)
            .addSpanProcessor(SimpleSpanProcessor.create(exporter)).build();
    private final Tracer tracer = provider.get("test");
    private final WorkTracer tracing = new WorkTracer(tracer, traces,
            new JobTelemetry(tracer, clock, EventWriter.spanEvents(),
                    PromotionPolicy.atLeast(Duration.ofDays(1), Duration.ofDays(1)), Measurements.OFF, LongRuns.NONE),
            new ErrorRules(List.of(), Set.of(), failure -> false));
    private final Witness witness = new Witness(AFTER, clock, () -> assembler,
            new ApplicationFrames(WitnessedSdk::isApplication),
            EventWriter.spanEvents(), works, Logger.getLogger(CATEGORY));
    private final java.util.logging.Logger logger = java.util.logging.Logger.getLogger(CATEGORY);
    private final Handler handler = new Lines();

    WitnessedSdk() {
        logger.addHandler(handler);
    }

    private static boolean isApplication(String name) {
        return name.startsWith(HungThread.class.getName()) || name.startsWith(WitnessTest.class.getName());
    }

    /** The root of a request, as Quarkus begins it. */
    Span request(String path) {
        return tracer.spanBuilder("GET").setSpanKind(SpanKind.SERVER).setAttribute("url.path", path).setNoParent().startSpan();
    }

    Work step(String name, Span parent) {
        return tracing.start(RecordedSpans.step(name), Context.root().with(parent), new Object[0]);
    }

    Work rootStep(String name) {
        return tracing.start(RecordedSpans.step(name), Context.root(), new Object[0]);
    }

    /** The response to a request begins. */
    void answer(Span request) {
        TraceAssembler.answers((io.opentelemetry.sdk.trace.ReadableSpan) request);
    }

    /** So much time passes, and the witness looks. */
    void lookAfter(long seconds) {
        clock.advance(Duration.ofSeconds(seconds).toNanos());
        witness.look();
    }

    /** What the witness has written since it was asked last. */
    List<String> newLines() {
        List<String> written = List.copyOf(lines);
        lines.clear();
        return written;
    }

    List<SpanData> finished() {
        return exporter.getFinishedSpanItems();
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
        provider.close();
    }

    private final class Lines extends ExtHandler {

        @Override
        public void publish(LogRecord record) {
            countsAtLines.add(works.count());
            lines.add(record.getLevel() + " " + ((org.jboss.logmanager.ExtLogRecord) record).getFormattedMessage());
        }
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
