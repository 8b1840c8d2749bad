package io.steptrace.test.work;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static io.steptrace.test.fixture.FinishedSpans.childrenOf;
import static io.steptrace.test.fixture.FinishedSpans.eventNames;
import static io.steptrace.test.fixture.FinishedSpans.named;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.ParkCause;
import io.steptrace.Parking;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

class PromotionTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Work.class)
            .overrideConfigKey("quarkus.steptrace.debug-jobs", "true");

    @Inject
    Work work;

    @Test
    void recordsAPromotedQueueWaitOnItsOwnSpan() {
        work.queued().await().indefinitely();

        List<SpanData> all = spans.await(found -> found.size() == 2);
        SpanData step = named(all, "step.queued");
        SpanData wait = named(all, "job.queue_wait");
        assertThat(wait.getParentSpanId()).isEqualTo(step.getSpanId());
        assertThat(wait.getKind()).isEqualTo(SpanKind.INTERNAL);
        assertThat(wait.getStartEpochNanos()).isEqualTo(step.getStartEpochNanos());
        FinishedSpans.assertWithin(wait, step);
        assertThat(eventNames(wait)).containsExactly("steptrace.job.enqueued", "steptrace.job.taken");
        assertThat(eventNames(step)).containsExactly("steptrace.job.started", "steptrace.job.completed");
        assertThat(attribute(wait, "job.queue")).isEqualTo("effects");
        assertThat(attribute(wait, "job.depth_start")).isEqualTo(0L);
        assertThat(attribute(wait, "job.depth_end")).isEqualTo(0L);
        assertThat(attribute(step, "job.promoted")).isEqualTo(true);
        assertThat((wait.getEndEpochNanos() - wait.getStartEpochNanos()) / 1e6)
                .isEqualTo(FinishedSpans.millis(step, "job.queue_wait_ms"));
        FinishedSpans.assertAccountedFor(step);
    }

    @Test
    void recordsAPromotedParkOnItsOwnSpan() {
        work.parkedTwice();

        List<SpanData> all = spans.await(found -> found.size() == 3);
        SpanData step = named(all, "step.parkedTwice");
        assertThat(childrenOf(step, all)).hasSize(2).allSatisfy(park -> {
            FinishedSpans.assertWithin(park, step);
            assertThat(eventNames(park)).containsExactly("steptrace.job.parked", "steptrace.job.resumed");
        });
        SpanData pool = named(all, "job.park(backpressure)");
        assertThat(attribute(pool, "job.park.cause")).isEqualTo("backpressure");
        assertThat(attribute(pool, "job.park.token")).isEqualTo("pool");
        assertThat(attribute(pool, "concurrency.limit.current")).isEqualTo(4L);
        assertThat(attribute(pool, "concurrency.limit.max")).isEqualTo(5L);
        assertThat(attribute(named(all, "job.park(lock)"), "job.park.token")).isNull();
        assertThat(eventNames(step)).containsExactly("steptrace.job.completed");
        assertThat(attribute(step, "job.queue")).isNull();
        assertThat(attribute(step, "job.park_count")).isEqualTo(2L);
        FinishedSpans.assertAccountedFor(step);
    }

    @Test
    void parksFromSubscriptionToTermination() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        CompletableFuture<String> result = work.waiting(answer).subscribeAsCompletionStage();
        answer.complete("here");
        assertThat(result.join()).isEqualTo("here");

        SpanData step = spans.await("step.waiting");
        assertThat(attribute(step, "job.park_count")).isEqualTo(1L);
        assertThat(childrenOf(step, spans.soFar())).extracting(SpanData::getName).containsExactly("job.park(rate_limit)");
        FinishedSpans.assertAccountedFor(step);
    }

    @Test
    void closesAParkLeftOpen() {
        work.forgetsToResume();
        SpanData step = spans.await("step.forgetsToResume");
        SpanData park = named(spans.soFar(), "job.park(timer)");
        assertThat(park.getEndEpochNanos()).isEqualTo(step.getEndEpochNanos());
        FinishedSpans.assertAccountedFor(step);
    }

    @Test
    void parksNothingOutsideOfWork() {
        try (Parking.Parked parked = Parking.on(ParkCause.LOCK).token("free").limit(1, 1).park()) {
            parked.close();
        }
        assertThat(Parking.during(ParkCause.LOCK, Uni.createFrom().item(1)).await().indefinitely()).isEqualTo(1);
        work.plain();
        spans.await("step.plain");
        assertThat(spans.soFar()).hasSize(1);
    }

    @ApplicationScoped
    public static class Work {

        @Step(queue = "effects")
        Uni<String> queued() {
            return Uni.createFrom().item("done");
        }

        @Step
        void parkedTwice() {
            try (Parking.Parked parked = Parking.on(ParkCause.BACKPRESSURE).token("pool").limit(4, 5).park()) {
                parked.close();
            }
            Parking.park(ParkCause.LOCK).close();
        }

        @Step
        Uni<String> waiting(CompletableFuture<String> answer) {
            return Parking.during(ParkCause.RATE_LIMIT, Uni.createFrom().completionStage(answer));
        }

        @Step
        void forgetsToResume() {
            Parking.park(ParkCause.TIMER);
        }

        @Step
        void plain() {
        }
    }
}
