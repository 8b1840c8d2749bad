package io.steptrace.test.guard;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

class TimedOutWorkTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.withoutPromotion(Work.class, RecordedRetry.class);

    @Inject
    Work work;

    private CountDownLatch gate;
    private CountDownLatch late;

    @BeforeEach
    void startOver() {
        work.startOver();
        gate = new CountDownLatch(1);
        late = new CountDownLatch(1);
    }

    @AfterEach
    void openTheGate() {
        gate.countDown();
    }

    @Test
    void endsWithTheTimeoutAndNotWithTheLateAttempt() throws Exception {
        CompletableFuture<String> call = work.late(gate, late).toCompletableFuture();
        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(TimeoutException.class);
        SpanData span = spans.await("step.late");
        gate.countDown();
        assertThat(late.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(attribute(span, "error.type")).isEqualTo(TimeoutException.class.getName());
        assertThat(attribute(span, "job.park_count")).isEqualTo(0L);
        FinishedSpans.assertAccountedFor(span);
        // what the late attempt still does is a child of the call it belongs to
        SpanData child = spans.await("db.get blog_post");
        assertThat(child.getParentSpanId()).isEqualTo(span.getSpanId());
        assertThat(spans.soFar()).hasSize(2);
    }

    @Test
    void retriesWhileTheAttemptThatTimedOutStillRuns() throws Exception {
        assertThat(work.overlapping(gate).toCompletableFuture().join()).isEqualTo("second");
        assertOneTimeout("step.overlapping");
        assertThat(RecordedRetry.of(spans.await("step.overlapping")).get(0).backoffMillis()).isZero();
        assertThat(attribute(spans.await("step.overlapping"), "job.park_count")).isEqualTo(0L);
    }

    @Test
    void retriesAPendingUniThatTimedOut() {
        assertThat(work.pending().await().indefinitely()).isEqualTo("second");
        assertOneTimeout("step.pending");
    }

    @Test
    void recordsAnInterruptedAttemptAsTimedOut() throws Exception {
        for (int i = 0; i < 4; i++) {
            work.startOver();
            // the second attempt runs on this thread or on the timer's, as it happens
            assertThat(work.interrupted(gate)).isEqualTo("second");
        }
        assertThat(spans.await("step.interrupted", 4)).hasSize(4);
        assertOneTimeout("step.interrupted");
        List<SpanData> all = spans.await("db.get blog_post", 4);
        for (SpanData span : spans.await("step.interrupted", 4)) {
            assertThat(FinishedSpans.childrenOf(span, all)).hasSize(1);
        }
    }

    @Test
    void recordsAnAttemptThatReturnedTooLateAsTimedOut() {
        assertThat(work.busy()).isEqualTo("second");
        assertOneTimeout("step.busy");
    }

    private void assertOneTimeout(String name) {
        spans.await(name);
        assertThat(spans.soFar()).filteredOn(span -> span.getName().equals(name)).allSatisfy(span -> {
            assertThat(attribute(span, "step.outcome")).isEqualTo("done");
            assertThat(RecordedRetry.of(span)).extracting(RecordedRetry::attempt).containsExactly(2L);
            assertThat(RecordedRetry.of(span)).extracting(RecordedRetry::reason)
                    .containsExactly(TimeoutException.class.getName());
        });
    }

    @ApplicationScoped
    public static class Work {

        private final AtomicInteger attempts = new AtomicInteger();

        void startOver() {
            attempts.set(0);
        }

        @Effect("db.get blog_post")
        String load() {
            return "post";
        }

        @Step
        @Asynchronous
        @Timeout(50)
        CompletionStage<String> late(CountDownLatch gate, CountDownLatch late) throws InterruptedException {
            gate.await();
            load();
            late.countDown();
            return CompletableFuture.completedFuture("late");
        }

        @Step
        @Asynchronous
        @Timeout(250)
        @Retry(maxRetries = 1, delay = 5, jitter = 0)
        CompletionStage<String> overlapping(CountDownLatch gate) throws InterruptedException {
            if (attempts.incrementAndGet() == 1) {
                gate.await();
                return CompletableFuture.completedFuture("first");
            }
            return CompletableFuture.completedFuture("second");
        }

        @Step
        @Timeout(250)
        @Retry(maxRetries = 1, delay = 5, jitter = 0)
        Uni<String> pending() {
            return attempts.incrementAndGet() == 1 ? Uni.createFrom().nothing() : Uni.createFrom().item("second");
        }

        @Step
        @Timeout(250)
        @Retry(maxRetries = 1, delay = 5, jitter = 0)
        String interrupted(CountDownLatch gate) throws InterruptedException {
            if (attempts.incrementAndGet() == 1) {
                gate.await();
            }
            load();
            return "second";
        }

        @Step
        @Timeout(250)
        @Retry(maxRetries = 1, delay = 5, jitter = 0)
        String busy() {
            if (attempts.incrementAndGet() > 1) {
                return "second";
            }
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < TimeUnit.MILLISECONDS.toNanos(300)) {
                Thread.onSpinWait();
            }
            return "first";
        }
    }
}
