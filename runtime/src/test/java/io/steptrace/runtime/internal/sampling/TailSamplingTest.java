package io.steptrace.runtime.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.steptrace.runtime.internal.time.TestClock;

/** Which traces the tail keeps, in a real SDK. */
class TailSamplingTest {

    private static final AttributeKey<String> REASON = AttributeKey.stringKey("steptrace.sampling.reason");

    private final TestClock clock = new TestClock(0);
    private final SamplingTally tally = new SamplingTally();
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final RouteWindows windows = RouteWindows.looking(Duration.ofMinutes(1), clock);

    private SdkTracerProvider provider;
    private TailSamplingSpanProcessor tail;

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void keepsAWholeTraceThatFailed() {
        Tracer tracer = tracer("head:0,tail:error", 100, 100);
        Span root = tracer.spanBuilder("GET /posts").startSpan();
        Span child = child(tracer, root, "db.get post");
        child.setStatus(StatusCode.ERROR);
        child.end();
        assertThat(exporter.getFinishedSpanItems()).isEmpty();
        root.end();

        assertThat(exporter.getFinishedSpanItems()).extracting(SpanData::getName).containsExactly("db.get post", "GET /posts");
        assertThat(exporter.getFinishedSpanItems()).allMatch(span -> span.getSpanContext().isSampled())
                .allMatch(span -> "error".equals(span.getAttributes().get(REASON)));
        assertThat(tally.kept()).isEqualTo(Map.of("error", 1L));
    }

    @Test
    void dropsAnUnremarkableTrace() {
        Tracer tracer = tracer("head:0,tail:error|effect|p95|p99|queue|park|slow(1h)", 100, 100);
        Span root = tracer.spanBuilder("GET /posts").startSpan();
        child(tracer, root, "db.get post").end();
        root.end();

        assertThat(exporter.getFinishedSpanItems()).isEmpty();
        assertThat(tally.dropped()).isEqualTo(Map.of("unremarkable", 1L));
    }

    @Test
    void keepsATraceWithAFailedRequiredEffect() {
        Tracer tracer = tracer("head:0,tail:effect", 100, 100);
        effect(tracer, true, false);
        effect(tracer, false, false);
        effect(tracer, true, true);

        assertThat(tally.kept()).isEqualTo(Map.of("effect", 1L));
        assertThat(tally.dropped()).isEqualTo(Map.of("unremarkable", 2L));
    }

    @Test
    void keepsWhatIsSlowForItsRoute() {
        Tracer tracer = tracer("head:0,tail:p99", 100, 100);
        for (int i = 0; i < 200; i++) {
            windows.latency().of("GET /posts").record(10_000_000);
        }
        ended(tracer, "GET /posts", Duration.ofMillis(10));
        ended(tracer, "GET /posts", Duration.ofMillis(11));
        ended(tracer, "GET /rare", Duration.ofSeconds(30));

        assertThat(tally.kept()).isEqualTo(Map.of("p99", 1L));
        assertThat(tally.dropped()).isEqualTo(Map.of("unremarkable", 2L));
    }

    @Test
    void keepsWhatIsSlowInAnyCase() {
        Tracer tracer = tracer("head:0,tail:slow(1s)", 100, 100);
        ended(tracer, "GET /posts", Duration.ofMillis(999));
        ended(tracer, "GET /posts", Duration.ofMillis(1000));

        assertThat(tally.kept()).isEqualTo(Map.of("slow", 1L));
    }

    @Test
    void keepsWhatWaitedLong() {
        Tracer tracer = tracer("head:0,tail:queue|park", 100, 100);
        waited(tracer, "job.queue_wait", Duration.ofMillis(5));
        waited(tracer, "job.park(lock)", Duration.ofMillis(7));
        waited(tracer, "job.queue_wait", Duration.ofMillis(4));
        for (int i = 0; i < 200; i++) {
            windows.queueWait().of("GET /posts").record(20_000_000);
        }
        clock.advance(Duration.ofSeconds(2).toNanos());
        waited(tracer, "job.queue_wait", Duration.ofMillis(5));

        assertThat(tally.kept()).isEqualTo(Map.of("queue", 1L, "park", 1L));
        assertThat(tally.dropped()).isEqualTo(Map.of("unremarkable", 2L));
    }

    @Test
    void lateSpansFollowTheDecision() {
        Tracer tracer = tracer("head:0,tail:error", 100, 100);
        for (boolean fails : new boolean[] { true, false }) {
            Span root = tracer.spanBuilder(fails ? "kept" : "dropped").startSpan();
            Span late = child(tracer, root, "late");
            if (fails) {
                root.setStatus(StatusCode.ERROR);
            }
            root.end();
            late.end();
        }

        assertThat(exporter.getFinishedSpanItems()).extracting(SpanData::getName).containsExactly("kept", "late");
    }

    @Test
    void waitsForTheOutermostRootOfAProcessThatCallsItself() {
        Tracer tracer = tracer("head:0,tail:error", 100, 100);
        Span outer = tracer.spanBuilder("outer").startSpan();
        Span inner = tracer.spanBuilder("inner").setParent(Context.root().with(Span.wrap(
                SpanContext.createFromRemoteParent(outer.getSpanContext().getTraceId(),
                        outer.getSpanContext().getSpanId(), outer.getSpanContext().getTraceFlags(),
                        outer.getSpanContext().getTraceState()))))
                .startSpan();
        inner.end();
        outer.setStatus(StatusCode.ERROR);
        outer.end();

        assertThat(exporter.getFinishedSpanItems()).extracting(SpanData::getName).containsExactly("inner", "outer");
        assertThat(tally.kept()).isEqualTo(Map.of("error", 1L));
    }

    @Test
    void decidesEarlyAtEachBound() {
        Tracer tracer = tracer("head:0,tail:error", 2, 3);
        Span failed = tracer.spanBuilder("failed").startSpan();
        child(tracer, failed, "broken").setStatus(StatusCode.ERROR).end();
        Span second = tracer.spanBuilder("second").startSpan();
        Span third = tracer.spanBuilder("third").startSpan();
        assertThat(exporter.getFinishedSpanItems()).as("the oldest of three").extracting(SpanData::getName)
                .containsExactly("broken");
        for (int i = 0; i < 4; i++) {
            child(tracer, second, "many").end();
        }
        assertThat(tally.dropped()).isEqualTo(Map.of("max_spans", 1L));
        clock.advance(Duration.ofSeconds(30).toNanos());
        tail.sweep();
        assertThat(tally.dropped()).isEqualTo(Map.of("max_spans", 1L, "decision_wait", 1L));
        failed.end();
        second.setStatus(StatusCode.ERROR).end();
        third.end();

        assertThat(exporter.getFinishedSpanItems()).extracting(SpanData::getName).containsExactly("broken", "failed");
    }

    @Test
    void keepsAFailureAmongTenThousandFastRequests() {
        Tracer tracer = tracer("head:0,tail:error|p99", 100, 100);
        for (int i = 0; i < 10_000; i++) {
            ended(tracer, "GET /posts", Duration.ofMillis(1));
        }
        Span failed = tracer.spanBuilder("GET /posts").startSpan();
        failed.setStatus(StatusCode.ERROR).end();

        assertThat(exporter.getFinishedSpanItems()).extracting(span -> span.getSpanContext().getSpanId())
                .contains(failed.getSpanContext().getSpanId());
        assertThat(tally.kept().get("error")).isEqualTo(1);
    }

    @Test
    void leavesWhatIsSampledToOthers() {
        Tracer tracer = tracer("head:1,tail:error", 100, 100);
        Span root = tracer.spanBuilder("GET /posts").startSpan();
        root.setStatus(StatusCode.ERROR).end();

        assertThat(exporter.getFinishedSpanItems()).hasSize(1);
        assertThat(exporter.getFinishedSpanItems().get(0).getAttributes().get(REASON)).isEqualTo("head");
    }

    @Test
    void cutsNoTraceAndKeepsNoSpanTwiceWhateverTheThreads() throws Exception {
        Tracer tracer = tracer("head:0,tail:error", 10_000, 100);
        int traces = 2_000;
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> work = IntStream.range(0, traces).<Future<?>> mapToObj(number -> pool.submit(() -> {
                Span root = tracer.spanBuilder("root").startSpan();
                List<Span> children = IntStream.range(0, 10).mapToObj(i -> child(tracer, root, "child")).toList();
                if (number % 10 == 0) {
                    children.get(0).setStatus(StatusCode.ERROR);
                }
                children.subList(0, 5).forEach(Span::end);
                List<Future<?>> late = children.subList(5, 10).stream().<Future<?>> map(span -> pool.submit(() -> span.end()))
                        .toList();
                root.end();
                return late;
            })).toList();
            for (Future<?> each : work) {
                for (Object late : (List<?>) each.get()) {
                    ((Future<?>) late).get();
                }
            }
        } finally {
            pool.shutdownNow();
        }
        tail.sweep();
        clock.advance(Duration.ofSeconds(60).toNanos());
        tail.sweep();

        assertThat(exporter.getFinishedSpanItems()).hasSize(traces / 10 * 11)
                .extracting(span -> span.getSpanContext().getSpanId()).doesNotHaveDuplicates();
        assertThat(tally.kept()).isEqualTo(Map.of("error", traces / 10L));
        assertThat(tally.dropped()).isEqualTo(Map.of("unremarkable", traces - traces / 10L));
        assertThat(tail.held()).isZero();
    }

    @Test
    void leaksNothingOfRootsThatNeverEnd() {
        Tracer tracer = tracer("head:0,tail:error", 50, 10);
        for (int i = 0; i < 1_000; i++) {
            child(tracer, tracer.spanBuilder("never").startSpan(), "child").end();
            assertThat(tail.held()).isLessThanOrEqualTo(101);
        }
        clock.advance(Duration.ofSeconds(60).toNanos());
        tail.sweep();
        tail.sweep();

        assertThat(tail.held()).isZero();
    }

    private Tracer tracer(String expression, int maxTraces, int maxSpans) {
        SamplerSpec spec = SamplerSpec.parse(expression);
        SimpleSpanProcessor export = (SimpleSpanProcessor) SimpleSpanProcessor.create(exporter);
        tail = new TailSamplingSpanProcessor(new TailSampling(spec.tailRules(),
                new TailLimits(maxTraces, maxSpans, Duration.ofSeconds(30)), windows, Duration.ofMillis(5),
                Duration.ofMillis(5)),
                tally, clock, List.of(export));
        provider = SdkTracerProvider.builder().setSampler(new HeadSampler(spec, tally)).addSpanProcessor(export)
                .addSpanProcessor(tail).build();
        return provider.get("test");
    }

    private static Span child(Tracer tracer, Span parent, String name) {
        return tracer.spanBuilder(name).setParent(Context.root().with(parent)).startSpan();
    }

    private static void effect(Tracer tracer, boolean required, boolean success) {
        Span root = tracer.spanBuilder("GET /posts").startSpan();
        child(tracer, root, "db.get post").setAttribute("effect.required", required).setAttribute("effect.success", success)
                .end();
        root.end();
    }

    private static void ended(Tracer tracer, String name, Duration latency) {
        tracer.spanBuilder(name).setStartTimestamp(1, TimeUnit.SECONDS).startSpan()
                .end(1_000_000_000L + latency.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void waited(Tracer tracer, String name, Duration wait) {
        Span root = tracer.spanBuilder("GET /posts").startSpan();
        tracer.spanBuilder(name).setParent(Context.root().with(root)).setStartTimestamp(1, TimeUnit.SECONDS)
                .startSpan().end(1_000_000_000L + wait.toNanos(), TimeUnit.NANOSECONDS);
        root.end();
    }
}
