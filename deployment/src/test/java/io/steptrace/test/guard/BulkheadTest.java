package io.steptrace.test.guard;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static io.steptrace.test.fixture.FinishedSpans.childrenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

/** One call runs, two wait, the fourth is refused. */
class BulkheadTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.withoutPromotion(Work.class, RecordedRetry.class);

    private static final Span UNSAMPLED = Span.wrap(SpanContext.create("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
            TraceFlags.getDefault(), TraceState.getDefault()));

    @Inject
    Work work;

    @Inject
    Tracer tracer;

    private CountDownLatch gate;
    private Semaphore begun;

    @BeforeEach
    void startOver() {
        gate = new CountDownLatch(1);
        begun = new Semaphore(0);
    }

    @AfterEach
    void openTheGate() {
        gate.countDown();
    }

    @Test
    void parksStagesThatWaitInTheQueueAndKeepsTheirChildrenApart() throws Exception {
        assertThreeCalls("step.stage", () -> work.stage(begun, gate).toCompletableFuture());
    }

    @Test
    void parksBlockingUnisThatWaitInTheQueueAndKeepsTheirChildrenApart() throws Exception {
        assertThreeCalls("step.uni", () -> work.uni(begun, gate).subscribeAsCompletionStage());
    }

    @Test
    void parksUnisOnTheirCallersThreadAndKeepsTheirChildrenApart() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        List<CompletableFuture<String>> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            calls.add(inRoot("root " + i, () -> work.nonBlocking(begun, answer).subscribeAsCompletionStage()));
        }
        assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        answer.complete("here");
        calls.forEach(CompletableFuture::join);
        assertWaits("step.nonBlocking");
    }

    @Test
    void parksACallBehindOneThatIsNotRecorded() throws Exception {
        CompletableFuture<String> unrecorded;
        try (Scope scope = UNSAMPLED.makeCurrent()) {
            unrecorded = work.stage(begun, gate).toCompletableFuture();
        }
        assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<String> recorded = work.stage(begun, gate).toCompletableFuture();
        gate.countDown();
        assertThat(unrecorded.join()).isEqualTo(UNSAMPLED.getSpanContext().getSpanId());
        String seen = recorded.join();
        SpanData span = spans.await("step.stage");
        assertThat(seen).isEqualTo(span.getSpanId());
        assertThat(RecordedRetry.parkTokens(span)).containsExactly("bulkhead");
        assertThat(spans.soFar()).hasSize(2);
    }

    @Test
    void keepsAnUnrecordedCallOutOfTheTraceOfTheOneBefore() throws Exception {
        CompletableFuture<String> recorded = work.stage(begun, gate).toCompletableFuture();
        assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<String> unrecorded;
        try (Scope scope = UNSAMPLED.makeCurrent()) {
            unrecorded = work.stage(begun, gate).toCompletableFuture();
        }
        gate.countDown();
        recorded.join();
        assertThat(unrecorded.join()).isEqualTo(UNSAMPLED.getSpanContext().getSpanId());

        spans.await("step.stage");
        assertThat(spans.soFar()).hasSize(2);
    }

    @Test
    void recordsNoAttemptOfACallThatIsRefused() throws Exception {
        List<CompletableFuture<String>> accepted = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            accepted.add(work.stage(begun, gate).toCompletableFuture());
        }
        CompletableFuture<String> refused = work.stage(begun, gate).toCompletableFuture();
        assertThatThrownBy(() -> refused.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(BulkheadException.class);
        gate.countDown();
        accepted.forEach(CompletableFuture::join);

        SpanData span = spans.await("step.stage", 4).stream().filter(found -> attribute(found, "error.type") != null)
                .findFirst().orElseThrow();
        assertThat(attribute(span, "error.type")).isEqualTo(BulkheadException.class.getName());
        assertThat(FinishedSpans.eventNames(span)).containsExactlyInAnyOrder("steptrace.attempt.refused", "exception");
        assertThat(attribute(span, "job.park_count")).isNull();
    }

    @Test
    void doesNotParkOneAfterTheOther() {
        gate.countDown();
        for (int i = 0; i < 3; i++) {
            work.stage(begun, gate).toCompletableFuture().join();
        }
        assertThat(spans.await("step.stage", 3)).allMatch(span -> attribute(span, "job.park_count").equals(0L));
    }

    private void assertThreeCalls(String name, Supplier<CompletableFuture<String>> call) throws Exception {
        List<CompletableFuture<String>> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            calls.add(inRoot("root " + i, call));
        }
        assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        gate.countDown();
        calls.forEach(CompletableFuture::join);
        assertWaits(name);
    }

    private CompletableFuture<String> inRoot(String name, Supplier<CompletableFuture<String>> call) {
        Span root = tracer.spanBuilder(name).startSpan();
        try (Scope scope = root.makeCurrent()) {
            return call.get();
        } finally {
            root.end();
        }
    }

    private void assertWaits(String name) {
        List<SpanData> all = spans.await(found -> found.size() == 9);
        for (int i = 0; i < 3; i++) {
            SpanData step = childrenOf(FinishedSpans.named(all, "root " + i), all).get(0);
            assertThat(step.getName()).isEqualTo(name);
            assertThat(childrenOf(step, all)).extracting(SpanData::getName).containsExactly("db.get blog_post");
            if (i == 0) {
                assertThat(RecordedRetry.parks(step)).isEmpty();
                continue;
            }
            assertThat(RecordedRetry.parks(step)).singleElement().satisfies(park -> {
                assertThat(park.getAttributes().get(AttributeKey.stringKey("job.park.cause"))).isEqualTo("backpressure");
                assertThat(park.getAttributes().get(AttributeKey.stringKey("job.park.token"))).isEqualTo("bulkhead");
                assertThat(park.getAttributes().get(AttributeKey.longKey("concurrency.limit.current"))).isEqualTo(1L);
                assertThat(park.getAttributes().get(AttributeKey.longKey("concurrency.limit.max"))).isEqualTo(1L);
            });
            assertThat(attribute(step, "job.queue")).isNull();
            assertThat(attribute(step, "job.park_count")).isEqualTo(1L);
            FinishedSpans.assertAccountedFor(step);
        }
    }

    @ApplicationScoped
    public static class Work {

        @Effect("db.get blog_post")
        String load() {
            return "post";
        }

        @Step
        @Asynchronous
        @Bulkhead(value = 1, waitingTaskQueue = 2)
        CompletionStage<String> stage(Semaphore begun, CountDownLatch gate) {
            String span = Span.current().getSpanContext().getSpanId();
            begun.release();
            pass(gate);
            load();
            return CompletableFuture.completedFuture(span);
        }

        @Step
        @Asynchronous
        @Bulkhead(value = 1, waitingTaskQueue = 2)
        Uni<String> uni(Semaphore begun, CountDownLatch gate) {
            return Uni.createFrom().item(() -> {
                begun.release();
                pass(gate);
                return load();
            });
        }

        @Step
        @Bulkhead(value = 1, waitingTaskQueue = 2)
        Uni<String> nonBlocking(Semaphore begun, CompletableFuture<String> answer) {
            begun.release();
            load();
            return Uni.createFrom().completionStage(answer);
        }

        private static void pass(CountDownLatch gate) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
