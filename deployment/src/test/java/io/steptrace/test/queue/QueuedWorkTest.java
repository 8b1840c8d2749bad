package io.steptrace.test.queue;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static io.steptrace.test.fixture.FinishedSpans.eventNames;
import static io.steptrace.test.fixture.FinishedSpans.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.JobQueue;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

class QueuedWorkTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.withoutPromotion(Work.class)
            .overrideConfigKey("quarkus.steptrace.queues.\"narrow\".concurrency", "1")
            .overrideConfigKey("quarkus.steptrace.queues.\"narrow\".capacity", "2");

    @Inject
    Work work;

    @Inject
    @JobQueue("narrow")
    ManagedExecutor narrow;

    private CountDownLatch gate;

    @BeforeEach
    void startOver() {
        work.expectBlocked();
        gate = new CountDownLatch(1);
    }

    @AfterEach
    void openTheGate() {
        gate.countDown();
    }

    @Test
    void runsAsAJobAndTellsItsLife() {
        Context before = Context.current();
        String thread = work.queued().await().indefinitely();

        assertThat(Context.current()).isSameAs(before);
        assertThat(thread).isNotEqualTo(Thread.currentThread().getName());
        List<SpanData> all = spans.await(found -> found.size() == 2);
        SpanData span = FinishedSpans.named(all, "step.queued");
        assertThat(eventNames(span)).containsExactly("steptrace.job.enqueued", "steptrace.job.taken", "steptrace.job.started",
                "steptrace.job.completed");
        assertThat(attribute(span, "job.queue")).isEqualTo("narrow");
        assertThat(attribute(span, "job.park_count")).isEqualTo(0L);
        assertThat(attribute(span, "job.promoted")).isEqualTo(false);
        assertThat(attribute(span, "step.outcome")).isEqualTo("done");
        assertThat(span.getEvents().get(1).getAttributes().asMap()).hasSize(1).containsValue(thread);
        FinishedSpans.assertAccountedFor(span);
        SpanData child = FinishedSpans.named(all, "db.get blog_post");
        assertThat(child.getParentSpanId()).isEqualTo(span.getSpanId());
        FinishedSpans.assertWithin(child, span);
    }

    @Test
    void parksWhileAnAsynchronousResultIsPending() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        CompletableFuture<String> first = work.asynchronous(answer).subscribeAsCompletionStage();
        // the only worker is free although the first job is not over
        assertThat(work.queued().await().indefinitely()).isNotNull();
        answer.complete("late");
        assertThat(first.join()).isEqualTo("late");

        SpanData span = spans.await("step.asynchronous");
        assertThat(eventNames(span)).containsSubsequence("steptrace.job.started", "steptrace.job.parked",
                "steptrace.job.resumed", "steptrace.job.completed");
        assertThat(attribute(span, "job.park_count")).isEqualTo(1L);
        assertThat(millis(span, "job.park_wait_ms_total")).isPositive();
        FinishedSpans.assertAccountedFor(span);
    }

    @Test
    void completesAStageWithItsOwnException() {
        Throwable failure = work.failingStage().handle((item, seen) -> seen).toCompletableFuture().join();

        assertThat(failure).isInstanceOf(IllegalStateException.class);
        SpanData span = spans.await("http.get comments");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attribute(span, "effect.success")).isEqualTo(false);
        FinishedSpans.assertAccountedFor(span);
    }

    @Test
    void rejectsWhatExceedsTheCapacity() throws Exception {
        List<CompletableFuture<Void>> accepted = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            accepted.add(work.blocked(gate).toCompletableFuture());
            // until the only worker has begun with the first, it takes a place among the waiting
            work.awaitBlocked();
        }
        CompletionStage<Void> refused = work.blocked(gate);
        assertThat(refused.toCompletableFuture()).isCompletedExceptionally();
        assertThatThrownBy(() -> refused.toCompletableFuture().get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("narrow").hasMessageContaining("capacity 2");
        assertThatThrownBy(() -> work.fireAndForget(new CountDownLatch(0))).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> narrow.execute(() -> {
        })).isInstanceOf(RejectedExecutionException.class);
        gate.countDown();
        accepted.forEach(CompletableFuture::join);

        List<SpanData> all = spans.await("step.blocked", 4);
        SpanData rejected = all.stream().filter(span -> span.getStatus().getStatusCode() == StatusCode.ERROR).findFirst()
                .orElseThrow();
        assertThat(eventNames(rejected)).startsWith("steptrace.job.rejected").doesNotContain("steptrace.job.enqueued");
        assertThat(rejected.getEvents().get(0).getAttributes().asMap().values()).containsExactlyInAnyOrder("narrow",
                "queue_full");
    }

    @Test
    void runsVoidMethodsWithoutAnybodyWaiting() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        work.fireAndForget(done);
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        FinishedSpans.assertAccountedFor(spans.await("step.fireAndForget"));
    }

    @Test
    void doesNotRunWhatWasCancelledWhileItWaited() throws Exception {
        CompletableFuture<Void> blocker = work.blocked(gate).toCompletableFuture();
        work.queued().subscribe().with(item -> {
        }).cancel();
        gate.countDown();
        blocker.join();

        SpanData span = spans.await("step.queued");
        assertThat(attribute(span, "step.outcome")).isEqualTo("cancelled");
        assertThat(eventNames(span)).containsExactly("steptrace.job.enqueued", "steptrace.job.completed");
        assertThat(spans.soFar()).noneMatch(other -> other.getName().equals("db.get blog_post"));
        FinishedSpans.assertAccountedFor(span);
    }

    @ApplicationScoped
    public static class Work {

        @Effect("db.get blog_post")
        void load() {
        }

        @Step(queue = "narrow")
        Uni<String> queued() {
            load();
            return Uni.createFrom().item(Thread.currentThread().getName());
        }

        @Step(queue = "narrow")
        Uni<String> asynchronous(CompletableFuture<String> answer) {
            return Uni.createFrom().completionStage(answer);
        }

        @Effect(value = "http.get comments", queue = "narrow")
        CompletionStage<String> failingStage() {
            return CompletableFuture.failedFuture(new IllegalStateException("no comments"));
        }

        private volatile CountDownLatch blocked = new CountDownLatch(1);

        void awaitBlocked() throws InterruptedException {
            assertThat(blocked.await(10, TimeUnit.SECONDS)).isTrue();
        }

        void expectBlocked() {
            blocked = new CountDownLatch(1);
        }

        @Step(queue = "narrow")
        CompletionStage<Void> blocked(CountDownLatch gate) throws InterruptedException {
            blocked.countDown();
            gate.await();
            return CompletableFuture.completedFuture(null);
        }

        @Step(queue = "narrow")
        void fireAndForget(CountDownLatch done) {
            done.countDown();
        }
    }
}
