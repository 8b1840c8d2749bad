package io.steptrace.test.guard;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static io.steptrace.test.fixture.FinishedSpans.childrenOf;
import static io.steptrace.test.fixture.FinishedSpans.eventNames;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.faulttolerance.api.ApplyGuard;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;
import io.vertx.core.Vertx;

class RetriedWorkTest extends TracedTest {

    private static final int DELAY = 30;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.withoutPromotion(Work.class, Resilient.class, Heir.class,
            Unstable.class,
            RecordedRetry.class);

    @Inject
    Work work;

    @Inject
    Heir heir;

    @Inject
    Unstable unstable;

    @Inject
    Vertx vertx;

    @BeforeEach
    void startOver() {
        unstable.startOver();
    }

    @Test
    void recordsTheRetriesOfASynchronousCallOnOneSpan() {
        assertThat(work.value()).isEqualTo("third");

        SpanData span = spans.awaitOnly("step.value");
        RecordedRetry.assertTwoRetries(span, DELAY, DELAY);
        assertThat(eventNames(span)).containsExactly("steptrace.job.parked", "steptrace.job.resumed", "steptrace.retry",
                "steptrace.job.parked", "steptrace.job.resumed", "steptrace.retry", "steptrace.job.completed");
        assertThat(attribute(span, "job.queue")).isNull();
    }

    @Test
    void recordsTheRetriesOfAUniOnOneSpan() {
        Context before = Context.current();
        assertThat(work.uni().await().indefinitely()).isEqualTo("third");

        assertThat(Context.current()).isSameAs(before);
        SpanData span = spans.awaitOnly("step.uni");
        // timers of fault tolerance count whole milliseconds
        RecordedRetry.assertTwoRetries(span, DELAY - 1, DELAY - 1);
        assertThat(attribute(span, "job.queue")).isNull();
    }

    @Test
    void recordsTheRetriesOfAnAsynchronousStageOnOneSpan() {
        assertThat(work.stage().toCompletableFuture().join()).isEqualTo("third");

        SpanData span = spans.awaitOnly("step.stage");
        RecordedRetry.assertTwoRetries(span, DELAY - 1, DELAY - 1);
        assertThat(eventNames(span)).startsWith("steptrace.job.enqueued", "steptrace.job.taken", "steptrace.job.started",
                "steptrace.job.parked");
        assertThat(attribute(span, "job.queue")).isEqualTo("fault-tolerance");
    }

    @Test
    void seesBackoffGrow() {
        assertThat(work.exponential()).isEqualTo("third");
        RecordedRetry.assertTwoRetries(spans.awaitOnly("step.exponential"), DELAY, 2 * DELAY);
    }

    @Test
    void seesWhatTheClassDeclares() {
        assertThat(heir.ofTheClass()).isEqualTo("third");
        RecordedRetry.assertTwoRetries(spans.awaitOnly("step.ofTheClass"), DELAY, DELAY);
    }

    @Test
    void seesTheRetriesOfAGuard() {
        assertThat(work.guarded()).isEqualTo("third");
        RecordedRetry.assertTwoRetries(spans.awaitOnly("step.guarded"), DELAY, DELAY);
    }

    @Test
    void keepsTheContextOfEachAttemptOnAnEventLoop() throws Exception {
        CompletableFuture<String> result = new CompletableFuture<>();
        io.vertx.core.Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> work.loading().subscribe().with(result::complete, result::completeExceptionally));
        assertThat(result.get(10, TimeUnit.SECONDS)).isEqualTo("third");

        List<SpanData> all = spans.await(found -> found.size() == 4);
        SpanData span = FinishedSpans.named(all, "step.loading");
        assertThat(childrenOf(span, all)).extracting(SpanData::getName).containsExactly("cache.get author",
                "cache.get author", "cache.get author");
        RecordedRetry.assertTwoRetries(span, DELAY - 1, DELAY - 1);
        assertThat(attribute(span, "job.queue")).isNull();
    }

    @Test
    void recordsNoMoreRetriesThanThereIsRoomFor() {
        assertThat(work.persistent()).isEqualTo("at last");

        SpanData span = spans.awaitOnly("step.persistent");
        assertThat(RecordedRetry.of(span)).hasSize(32);
        assertThat(attribute(span, "job.park_count")).isEqualTo(40L);
        FinishedSpans.assertAccountedFor(span);
    }

    @ApplicationScoped
    public static class Work {

        @Inject
        Unstable unstable;

        @Step
        @Retry(delay = DELAY, jitter = 0)
        String value() {
            return unstable.thirdTime();
        }

        @Step
        @Retry(delay = DELAY, jitter = 0)
        Uni<String> uni() {
            return Uni.createFrom().item(unstable::thirdTime);
        }

        @Step
        @ApplyGuard("thrice")
        String guarded() {
            return unstable.thirdTime();
        }

        @Produces
        @Identifier("thrice")
        static final Guard THRICE = Guard.create().withRetry().maxRetries(3).delay(DELAY, ChronoUnit.MILLIS)
                .jitter(0, ChronoUnit.MILLIS).done().build();

        @Step
        @Retry(delay = DELAY, jitter = 0)
        Uni<String> loading() {
            return Uni.createFrom().item(() -> {
                unstable.load();
                return unstable.thirdTime();
            });
        }

        @Step
        @Asynchronous
        @Retry(delay = DELAY, jitter = 0)
        CompletionStage<String> stage() {
            try {
                return CompletableFuture.completedFuture(unstable.thirdTime());
            } catch (IllegalArgumentException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        @Step
        @Retry(delay = DELAY, jitter = 0)
        @ExponentialBackoff
        String exponential() {
            return unstable.thirdTime();
        }

        @Step
        @Retry(delay = 0, jitter = 0, maxRetries = 40)
        String persistent() {
            if (unstable.nextCall() <= 40) {
                throw new IllegalStateException("not yet");
            }
            return "at last";
        }
    }

    @Retry(delay = DELAY, jitter = 0)
    public abstract static class Resilient {

        @Inject
        Unstable unstable;

        @Step
        String ofTheClass() {
            return unstable.thirdTime();
        }
    }

    @ApplicationScoped
    public static class Heir extends Resilient {
    }
}
