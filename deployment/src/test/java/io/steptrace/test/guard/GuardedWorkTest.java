package io.steptrace.test.guard;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static io.steptrace.test.fixture.FinishedSpans.childrenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.faulttolerance.api.RetryWhen;
import io.smallrye.mutiny.Uni;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

class GuardedWorkTest extends TracedTest {

    private static final int DELAY = 30;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.withoutPromotion(Work.class, IsEmpty.class, Unstable.class,
            RecordedRetry.class);

    @Inject
    Work work;

    @Inject
    Unstable unstable;

    @BeforeEach
    void startOver() {
        unstable.startOver();
    }

    @Test
    void countsTheAttemptsOfEachSubscription() {
        Uni<String> twice = work.everySecondTime();
        twice.await().indefinitely();
        twice.await().indefinitely();

        assertThat(spans.await("step.everySecondTime", 2)).hasSize(2).allSatisfy(span -> {
            assertThat(RecordedRetry.of(span)).extracting(RecordedRetry::attempt).containsExactly(2L);
            assertThat(attribute(span, "job.park_count")).isEqualTo(1L);
            FinishedSpans.assertAccountedFor(span);
        });
    }

    @Test
    void recordsFailedAttemptsBeforeAFallbackAndKeepsItsChildren() {
        assertThat(work.withFallback()).isEqualTo("instead");
        assertThat(work.uniWithFallback().await().indefinitely()).isEqualTo("instead");

        List<SpanData> all = spans.await(found -> found.size() == 4);
        for (String name : List.of("step.withFallback", "step.uniWithFallback")) {
            SpanData span = FinishedSpans.named(all, name);
            assertThat(attribute(span, "step.outcome")).isEqualTo("done");
            assertThat(RecordedRetry.of(span)).hasSize(1);
            assertThat(attribute(span, "job.park_count")).isEqualTo(1L);
            assertThat(childrenOf(span, all)).extracting(SpanData::getName).containsExactly("cache.get author");
            FinishedSpans.assertAccountedFor(span);
        }
    }

    @Test
    void recordsNoAttemptWhereACircuitBreakerLetNonePass() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> work.broken()).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> work.broken()).isInstanceOf(CircuitBreakerOpenException.class);

        SpanData refused = spans.await("step.broken", 3).get(2);
        assertThat(attribute(refused, "error.type")).isEqualTo(CircuitBreakerOpenException.class.getName());
        assertThat(FinishedSpans.eventNames(refused)).contains("steptrace.attempt.refused").doesNotContain("steptrace.retry");
        assertThat(attribute(refused, "job.park_count")).isNull();
    }

    @Test
    void recordsTheRetriesOfAQueuedJob() {
        assertThat(work.queued().await().indefinitely()).isEqualTo("third");

        SpanData span = spans.awaitOnly("step.queued");
        assertThat(RecordedRetry.of(span)).extracting(RecordedRetry::attempt).containsExactly(2L, 3L);
        assertThat(attribute(span, "job.queue")).isEqualTo("effects");
        assertThat(RecordedRetry.parkTokens(span)).containsSubsequence("retry", "retry");
        FinishedSpans.assertAccountedFor(span);
    }

    @Test
    void doesNothingBelowAnUnsampledParent() {
        Span unsampled = Span.wrap(SpanContext.create("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
                TraceFlags.getDefault(), TraceState.getDefault()));
        try (Scope scope = unsampled.makeCurrent()) {
            assertThat(work.value()).isEqualTo("third");
            unstable.startOver();
            assertThat(work.queued().await().indefinitely()).isEqualTo("third");
        }
        unstable.startOver();
        work.value();
        spans.awaitOnly("step.value");
    }

    @Test
    void recordsAResultThatWasNotAccepted() {
        assertThat(work.untilNotEmpty()).isEqualTo("full");
        assertThat(RecordedRetry.of(spans.awaitOnly("step.untilNotEmpty"))).extracting(RecordedRetry::reason)
                .containsExactly("unexpected_result");
    }

    @ApplicationScoped
    public static class Work {

        @Inject
        Unstable unstable;

        @Step
        @Retry(delay = 0, jitter = 0)
        @RetryWhen(result = IsEmpty.class)
        String untilNotEmpty() {
            return unstable.nextCall() == 1 ? "" : "full";
        }

        @Step
        @Retry(delay = 1, jitter = 0, maxRetries = 1)
        Uni<String> everySecondTime() {
            return Uni.createFrom().item(() -> {
                if (unstable.nextCall() % 2 == 1) {
                    throw new IllegalStateException("odd");
                }
                return "even";
            });
        }

        @Step
        @Retry(delay = 1, jitter = 0, maxRetries = 1)
        @Fallback(fallbackMethod = "instead")
        String withFallback() {
            throw new IllegalStateException("always");
        }

        String instead() {
            return unstable.load();
        }

        @Step
        @Retry(delay = 1, jitter = 0, maxRetries = 1)
        @Fallback(fallbackMethod = "uniInstead")
        Uni<String> uniWithFallback() {
            return Uni.createFrom().failure(new IllegalStateException("always"));
        }

        Uni<String> uniInstead() {
            return Uni.createFrom().item(unstable::load);
        }

        @Step
        @CircuitBreaker(requestVolumeThreshold = 2, delay = 1, delayUnit = ChronoUnit.HOURS)
        String broken() {
            throw new IllegalStateException("always");
        }

        @Step(queue = "effects")
        @Retry(delay = DELAY, jitter = 0)
        Uni<String> queued() {
            return Uni.createFrom().item(unstable::thirdTime);
        }

        @Step
        @Retry(delay = DELAY, jitter = 0)
        String value() {
            return unstable.thirdTime();
        }
    }

    public static class IsEmpty implements java.util.function.Predicate<Object> {

        @Override
        public boolean test(Object result) {
            return "".equals(result);
        }
    }
}
