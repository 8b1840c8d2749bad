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

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.steptrace.runtime.internal.trace.TraceLimits;

/** The buffer of the tail under many threads, and with roots that never end. */
class TailSamplingRaceTest {

    private TailSampledSdk sdk;

    @AfterEach
    void close() {
        sdk.close();
    }

    @Test
    void cutsNoTraceAndKeepsNoSpanTwiceWhateverTheThreads() throws Exception {
        sdk = new TailSampledSdk("head:0,tail:error", 10_000, 100);
        int traces = 2_000;
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> work = IntStream.range(0, traces).<Future<?>> mapToObj(number -> pool.submit(() -> {
                Span root = sdk.tracer.spanBuilder("root").startSpan();
                List<Span> children = IntStream.range(0, 10).mapToObj(i -> sdk.child(root, "child")).toList();
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
        sdk.assembler.sweep();
        sdk.clock.advance(Duration.ofSeconds(60).toNanos());
        sdk.assembler.sweep();

        assertThat(sdk.exported()).hasSize(traces / 10 * 11)
                .extracting(span -> span.getSpanContext().getSpanId()).doesNotHaveDuplicates();
        assertThat(sdk.tally.kept()).isEqualTo(Map.of("error", traces / 10L));
        assertThat(sdk.tally.dropped()).isEqualTo(Map.of("unremarkable", traces - traces / 10L));
        assertNothingIsHeld();
    }

    /** Bounds that force most decisions, and calls of the process to itself in between. */
    @Test
    void endsEachSpanOnceWhereBoundsDecideWhateverTheThreads() throws Exception {
        SpanEnds ends = new SpanEnds();
        int threads = 8;
        int maxSpans = 60;
        sdk = new TailSampledSdk("head:0,tail:error", new TraceLimits(20, 15, maxSpans, Duration.ofSeconds(30)), ends);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> work = IntStream.range(0, 2_000).mapToObj(number -> pool.submit(() -> {
                Span root = sdk.tracer.spanBuilder("root").startSpan();
                List<Span> parts = IntStream.range(0, number % 20).mapToObj(i -> sdk.child(root, "part")).toList();
                Span called = sdk.requestOf(root.getSpanContext(), "called");
                parts.forEach(Span::end);
                // each other thread has counted one span at most for which it still makes room
                assertThat(sdk.holds.spans()).isLessThanOrEqualTo(maxSpans + threads);
                pool.execute(called::end);
                root.end();
                return parts.size() + 2;
            })).toList();
            int spans = 0;
            for (Future<Integer> each : work) {
                spans += each.get();
            }
            pool.shutdown();
            assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            sdk.assembler.endRoots();

            assertNothingIsHeld();
            assertThat(ends.bySpanId()).hasSize(spans).allSatisfy((spanId, times) -> assertThat(times).isEqualTo(1));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void leaksNothingOfRootsThatNeverEnd() {
        sdk = new TailSampledSdk("head:0,tail:error", 50, 10);
        for (int i = 0; i < 1_000; i++) {
            sdk.child(sdk.tracer.spanBuilder("never").startSpan(), "child").end();
            assertThat(sdk.holds.traces()).isLessThanOrEqualTo(50);
            assertThat(sdk.holds.ownSpans()).isLessThanOrEqualTo(100);
        }
        sdk.clock.advance(Duration.ofSeconds(60).toNanos());
        sdk.assembler.sweep();

        assertNothingIsHeld();
    }

    private void assertNothingIsHeld() {
        assertThat(sdk.holds.traces()).isZero();
        assertThat(sdk.holds.spans()).isZero();
        assertThat(sdk.holds.ownSpans()).isZero();
    }
}
