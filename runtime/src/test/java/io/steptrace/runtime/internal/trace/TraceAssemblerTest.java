package io.steptrace.runtime.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;

/** When traces are over, and for whom. */
class TraceAssemblerTest {

    private static final TraceLimits LIMITS = new TraceLimits(100, 100, 1_000, Duration.ofSeconds(30));
    private static final int TRACES = 2_000;
    /** Of each trace its root, up to 19 parts, and one that begins later. */
    private static final int SPANS = TRACES * 2 + TRACES / 20 * 190;
    private static final int SAMPLED_SPANS = IntStream.range(0, TRACES).filter(TraceAssemblerTest::isSampled)
            .map(number -> 2 + number % 20).sum();
    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    private final GivenSpans ofRoots = new GivenSpans(false, false);
    private final GivenSpans ofAll = new GivenSpans(true, true);

    @Test
    void collectsNothingWithoutListeners() {
        try (AssembledSdk sdk = new AssembledSdk(LIMITS, List.of())) {
            assertThat(sdk.assembler.isStartRequired()).isFalse();
            assertThat(sdk.assembler.isEndRequired()).isFalse();
        }
    }

    @Test
    void isOverWithTheRootsForOneAndWithAllSpansForAnother() {
        try (AssembledSdk sdk = new AssembledSdk(LIMITS, List.of(ofRoots, ofAll))) {
            Span root = sdk.root(AssembledSdk.RECORDED);
            Span background = sdk.child(root);
            root.end();
            assertThat(ofRoots.over).singleElement().satisfies(trace -> assertThat(trace.spans()).hasSize(1));
            assertThat(ofAll.over).isEmpty();
            background.end();

            assertThat(ofRoots.times).hasSize(2);
            assertThat(ofRoots.over).hasSize(1);
            assertThat(ofAll.over).singleElement().satisfies(trace -> assertThat(trace.spans()).hasSize(2));
        }
    }

    @Test
    void makesTwoTracesOfTwoRootsThatHaveOneTraceId() {
        try (AssembledSdk sdk = new AssembledSdk(LIMITS, List.of(ofAll))) {
            Span first = sdk.requestOf(TRACE_ID, "b7ad6b7169203331", AssembledSdk.SAMPLED);
            Span second = sdk.requestOf(TRACE_ID, "b7ad6b7169203331", AssembledSdk.SAMPLED);
            sdk.child(first).end();
            first.end();
            assertThat(ofAll.over).hasSize(1);
            second.end();

            assertThat(ofAll.over).hasSize(2).extracting(trace -> trace.spans().size()).containsExactly(2, 1);
        }
    }

    @Test
    void makesOneTraceOfACallToItself() {
        try (AssembledSdk sdk = new AssembledSdk(LIMITS, List.of(ofAll))) {
            Span root = sdk.root(AssembledSdk.SAMPLED);
            Span client = sdk.child(root);
            sdk.requestOf(client.getSpanContext().getTraceId(), client.getSpanContext().getSpanId(), AssembledSdk.SAMPLED)
                    .end();
            client.end();
            root.end();

            assertThat(ofAll.over).singleElement().satisfies(trace -> assertThat(trace.spans()).hasSize(3));
        }
    }

    /** What an emitter has handed on may begin after the answer. */
    @Test
    void isOverAgainForWhatBeginsAfterItsEnd() {
        try (AssembledSdk sdk = new AssembledSdk(LIMITS, List.of(ofRoots, ofAll))) {
            Span root = sdk.root(AssembledSdk.RECORDED);
            root.end();
            Span later = sdk.child(root);
            sdk.child(later).end();
            assertThat(ofAll.over).hasSize(1);
            later.end();

            assertThat(ofAll.over).hasSize(2).extracting(trace -> trace.spans().size()).containsExactly(1, 2);
            assertThat(ofAll.byTrace).hasSize(1);
            assertThat(ofRoots.over).hasSize(1);
            assertThat(sdk.holds.traces()).isZero();
        }
    }

    @Test
    void givesSpansWithoutATraceByThemselves() {
        try (AssembledSdk sdk = new AssembledSdk(LIMITS, List.of(ofAll));
                AssembledSdk replaced = new AssembledSdk(LIMITS, List.of())) {
            Span foreign = replaced.root(AssembledSdk.SAMPLED);
            foreign.end();
            sdk.assembler.onEnd((ReadableSpan) foreign);

            assertThat(ofAll.over).isEmpty();
            assertThat(ofAll.times).containsOnlyKeys(foreign.getSpanContext().getSpanId());
        }
    }

    @Test
    void givesEachSpanOnceWhateverTheThreads() throws Exception {
        TraceLimits tight = new TraceLimits(20, 15, 60, Duration.ofSeconds(30));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        CountDownLatch ends = new CountDownLatch(SPANS);
        try (AssembledSdk sdk = new AssembledSdk(tight, List.of(ofRoots, ofAll))) {
            for (int number = 0; number < TRACES; number++) {
                String name = isSampled(number) ? AssembledSdk.SAMPLED : AssembledSdk.RECORDED;
                int children = number % 20;
                pool.execute(() -> {
                    Span root = sdk.root(name);
                    List<Span> parts = IntStream.range(0, children).mapToObj(i -> sdk.child(root)).toList();
                    parts.forEach(part -> pool.execute(() -> end(part, ends)));
                    end(root, ends);
                    Span later = sdk.child(root);
                    pool.execute(() -> end(later, ends));
                });
            }
            assertThat(ends.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(sdk.holds.traces()).as("held with nothing open").isZero();

            assertThat(ofAll.times.size() + ofAll.surplus()).isEqualTo(SPANS);
            assertThat(ofAll.times.values()).containsOnly(1);
            assertThat(ofRoots.times).hasSize(SPANS - SAMPLED_SPANS);
            assertThat(ofRoots.times.values()).containsOnly(1);
            assertThat(sdk.holds.traces() + sdk.holds.spans() + sdk.holds.ownSpans()).isZero();
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean isSampled(int number) {
        return number % 3 == 0;
    }

    private static void end(Span span, CountDownLatch ends) {
        span.end();
        ends.countDown();
    }
}
