package io.steptrace.test.guard;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static io.steptrace.test.fixture.FinishedSpans.childrenOf;
import static io.steptrace.test.fixture.FinishedSpans.millis;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.faulttolerance.Asynchronous;
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

class HandedOverWorkTest extends TracedTest {

    private static final long PAUSE_MILLIS = 30;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.withoutPromotion(Work.class, RecordedRetry.class);

    @Inject
    Work work;

    @Test
    void countsTheHandOverToAnotherThreadAsQueueWait() {
        assertThat(work.handedOver().toCompletableFuture().join()).isNotEqualTo(Thread.currentThread().getName());

        List<SpanData> all = spans.await(found -> found.size() == 2);
        SpanData span = FinishedSpans.named(all, "step.handedOver");
        assertThat(attribute(span, "job.queue")).isEqualTo("fault-tolerance");
        assertThat(millis(span, "job.queue_wait_ms")).isPositive();
        assertThat(attribute(span, "job.park_count")).isEqualTo(0L);
        assertThat(span.getEvents().get(0).getAttributes().asMap()).hasSize(1);
        assertThat(childrenOf(span, all)).extracting(SpanData::getName).containsExactly("cache.get author");
        FinishedSpans.assertAccountedFor(span);
    }

    /** The application's pause, between the call and the subscription, is no wait of fault tolerance. */
    @Test
    void countsTheHandOverOfAUniFromItsSubscription() {
        Uni<String> pending = work.handedOverUni();
        awaitElapsed(System.nanoTime(), PAUSE_MILLIS);
        pending.await().indefinitely();

        SpanData span = spans.awaitOnly("step.handedOverUni");
        assertThat(attribute(span, "job.queue")).isEqualTo("fault-tolerance");
        assertThat(millis(span, "job.run_active_ms")).isGreaterThanOrEqualTo(PAUSE_MILLIS);
        FinishedSpans.assertAccountedFor(span);
    }

    @Test
    void parksAQueuedJobWhileItIsHandedOverOnceMore() {
        work.queuedTwice().toCompletableFuture().join();

        SpanData span = spans.awaitOnly("step.queuedTwice");
        assertThat(attribute(span, "job.queue")).isEqualTo("effects");
        assertThat(RecordedRetry.parkTokens(span)).contains("fault-tolerance");
        FinishedSpans.assertAccountedFor(span);
    }

    @ApplicationScoped
    public static class Work {

        @Effect("cache.get author")
        String load() {
            return "author";
        }

        @Step
        @Asynchronous
        CompletionStage<String> handedOver() {
            load();
            return CompletableFuture.completedFuture(Thread.currentThread().getName());
        }

        @Step
        @Asynchronous
        Uni<String> handedOverUni() {
            return Uni.createFrom().item(() -> Thread.currentThread().getName());
        }

        @Step(queue = "effects")
        @Asynchronous
        CompletionStage<String> queuedTwice() {
            return CompletableFuture.completedFuture("done");
        }
    }
}
