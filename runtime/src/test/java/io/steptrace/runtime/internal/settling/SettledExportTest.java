package io.steptrace.runtime.internal.settling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.promotion.PromotionPolicy;
import io.steptrace.runtime.internal.recording.DetectedWaitSpans;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.Measurements;
import io.steptrace.runtime.internal.telemetry.SpanNames;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.trace.LocalTraceState;
import io.steptrace.runtime.internal.trace.TraceAssembler;
import io.steptrace.runtime.internal.trace.TraceLimits;
import io.steptrace.runtime.internal.trace.ledger.LongRuns;
import io.steptrace.runtime.internal.trace.ledger.Settling;
import io.steptrace.runtime.internal.trace.ledger.WaitReports;
import io.steptrace.runtime.internal.waits.CodePlace;
import io.steptrace.runtime.internal.waits.DetectedWait;

/** Traces of many threads, with waits that are reported early, late, out of order or never, on their way to an exporter. */
class SettledExportTest {

    private static final int THREADS = 8;
    private static final int TRACES_PER_THREAD = 200;
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final Settling settling = new Settling(Clock.system());
    private final WaitReports reports = new WaitReports(settling, thread -> true);
    private final SettledExport export = new SettledExport(settling);
    private final TraceAssembler assembler = new TraceAssembler(new TraceLimits(10_000, 1_000, 100_000, Duration.ofSeconds(30)),
            Clock.system(), settling, List.of(export));
    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final LongRuns runs;
    private final AtomicInteger started = new AtomicInteger();

    SettledExportTest() {
        export.assembledBy(assembler);
        provider = SdkTracerProvider.builder().setSampler(assembler.sampler(Sampler.alwaysOn())).addSpanProcessor(assembler)
                .addSpanProcessor(export.around(SimpleSpanProcessor.create(exporter))).build();
        tracer = provider.get(SpanNames.SCOPE);
        runs = reports.longRuns(5 * MILLI, new DetectedWaitSpans(tracer,
                PromotionPolicy.atLeast(Duration.ofMillis(5), Duration.ofMillis(5)), Measurements.OFF), () -> {
                });
        settling.begin();
    }

    @Test
    void losesNoSpanAndJudgesEachRootToTheNanosecond() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
        try {
            List<Future<?>> traced = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(thread);
                traced.add(threads.submit(() -> {
                    for (int trace = 0; trace < TRACES_PER_THREAD; trace++) {
                        trace(random, 1_000_000L * MILLI + trace * 1_000 * MILLI);
                    }
                }));
            }
            Future<?> reporting = threads.submit(() -> {
                for (long until = 0; !Thread.currentThread().isInterrupted(); until += 10_000) {
                    reports.reportedUntil(1_000_000L * MILLI + until * MILLI);
                }
            });
            for (Future<?> each : traced) {
                each.get(60, TimeUnit.SECONDS);
            }
            reporting.cancel(true);
        } finally {
            threads.shutdownNow();
        }
        provider.forceFlush();

        List<SpanData> spans = exporter.getFinishedSpanItems();
        assertThat(spans).extracting(SpanData::getSpanId).doesNotHaveDuplicates();
        assertThat(spans.stream().filter(span -> !SpanNames.isWait(span.getName()))).hasSize(started.get());
        Map<String, SpanData> byId = spans.stream().collect(Collectors.toMap(SpanData::getSpanId, span -> span));
        spans.stream().filter(span -> SpanNames.isWait(span.getName())).forEach(wait -> {
            SpanData owner = byId.get(wait.getParentSpanId());
            assertThat(wait.getStartEpochNanos()).isGreaterThanOrEqualTo(owner.getStartEpochNanos());
            assertThat(wait.getEndEpochNanos()).isLessThanOrEqualTo(owner.getEndEpochNanos());
        });
        List<SpanData> roots = spans.stream().filter(span -> !span.getParentSpanContext().isValid()).toList();
        assertThat(roots).hasSize(THREADS * TRACES_PER_THREAD);
        assertThat(roots).allSatisfy(root -> {
            double working = root.getAttributes().get(AttributeKeys.WORKING_MS);
            double waiting = root.getAttributes().get(AttributeKeys.WAITING_MS);
            double unknown = root.getAttributes().get(AttributeKeys.UNKNOWN_MS);
            assertThat(List.of(working, waiting, unknown)).allMatch(part -> part >= 0);
            assertThat(working + waiting + unknown)
                    .isEqualTo((root.getEndEpochNanos() - root.getStartEpochNanos()) / 1e6, within(1e-6));
        });
        assertThat(roots).anyMatch(root -> root.getAttributes().get(AttributeKeys.WAITING_MS) > 0);
        spans.stream().filter(span -> span.getAttributes().get(AttributeKeys.JOB_RUN_ACTIVE_MS) != null)
                .forEach(span -> assertThat(span.getAttributes().get(AttributeKeys.JOB_RUN_ACTIVE_MS)
                        + span.getAttributes().get(AttributeKeys.JOB_PARK_WAIT_MS_TOTAL))
                        .isEqualTo((span.getEndEpochNanos() - span.getStartEpochNanos()) / 1e6, within(1e-6)));
    }

    /** A root with steps within each other, whose waits are reported before or after they have ended. */
    private void trace(Random random, long beginNanos) {
        work(random, Context.root(), beginNanos, 2 + random.nextInt(200), 0);
    }

    private void work(Random random, Context parent, long beginNanos, int lengthMillis, int depth) {
        started.incrementAndGet();
        Span span = tracer.spanBuilder("step." + depth).setParent(parent).setStartTimestamp(beginNanos, TimeUnit.NANOSECONDS)
                .startSpan();
        Context context = parent.with(span);
        List<DetectedWait> later = new ArrayList<>();
        int atMillis = 0;
        while (atMillis + 8 < lengthMillis) {
            int partMillis = 1 + random.nextInt(lengthMillis - atMillis - 1);
            if (random.nextBoolean() && depth < 4) {
                work(random, context, beginNanos + atMillis * MILLI, partMillis, depth + 1);
            } else if (partMillis >= 5) {
                DetectedWait wait = sleep(beginNanos + atMillis * MILLI, partMillis);
                if (random.nextBoolean()) {
                    reports.waited(wait);
                } else {
                    later.add(wait);
                }
            }
            atMillis += partMillis;
        }
        runs.left(context, LocalTraceState.ledgerOf(span.getSpanContext()), 0, lengthMillis * MILLI);
        if (random.nextBoolean()) {
            later.forEach(reports::waited);
            span.end(beginNanos + lengthMillis * MILLI, TimeUnit.NANOSECONDS);
        } else {
            span.end(beginNanos + lengthMillis * MILLI, TimeUnit.NANOSECONDS);
            later.forEach(reports::waited);
        }
    }

    private static DetectedWait sleep(long beginNanos, int millis) {
        return new DetectedWait("jdk.ThreadSleep", ParkCause.TIMER, Thread.currentThread().getId(),
                Thread.currentThread().getName(), beginNanos, beginNanos + millis * MILLI,
                new CodePlace("acme.Sleeper.nap", 7, null), null, null, 0);
    }
}
