package io.steptrace.test.guard;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.faulttolerance.api.RateLimitException;
import io.steptrace.runtime.internal.console.SpanSummary;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

/** A timeout, a refusal and a fallback show on the span of the call they happened to. */
class GuardOutcomeTest extends TracedTest {

    private static final String TIMED_OUT = "steptrace.attempt.timed_out";
    private static final String REFUSED = "steptrace.attempt.refused";
    private static final String RETRY = "steptrace.retry";
    private static final String FALLBACK = "steptrace.fallback";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.withoutPromotion(Fragile.class, RecordedRetry.class);

    @Inject
    Fragile fragile;

    @ParameterizedTest
    @ValueSource(strings = { "slow", "slowUni", "slowStage", "slowUnderGuard" })
    void showsATimeoutThatAFallbackAnswered(String method) {
        assertThat(fragile.call(method)).isEqualTo("instead");

        SpanData span = spans.await("step." + method);
        assertThat(attribute(span, "step.outcome")).isEqualTo("done");
        assertThat(outcomes(span)).containsExactly(TIMED_OUT, FALLBACK);
        assertThat(SpanSummary.of(span, List.of(), null)).contains("timed out", "fallback");
    }

    @ParameterizedTest
    @ValueSource(strings = { "tooSlow", "tooSlowUni", "tooSlowStage", "late" })
    void showsATimeoutThatFailedTheCall(String method) {
        assertThatThrownBy(() -> fragile.call(method)).isInstanceOf(TimeoutException.class);

        SpanData span = spans.await("step." + method);
        assertThat(outcomes(span)).containsExactly(TIMED_OUT);
        assertThat(attribute(span, "error.type")).isEqualTo(TimeoutException.class.getName());
    }

    @Test
    void showsEveryTimeoutOfARetriedCall() {
        assertThatThrownBy(() -> fragile.call("slowTwice")).isInstanceOf(TimeoutException.class);

        SpanData span = spans.await("step.slowTwice");
        assertThat(outcomes(span)).containsExactly(TIMED_OUT, RETRY, TIMED_OUT);
        assertThat(SpanSummary.of(span, List.of(), null)).contains("retried 1x", "timed out 2x");
        FinishedSpans.assertAccountedFor(span);
    }

    @ParameterizedTest
    @ValueSource(strings = { "broken", "brokenUni", "brokenStage", "brokenUnderGuard" })
    void showsWhatAnOpenCircuitBreakerRefused(String method) {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> fragile.call(method)).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> fragile.call(method)).isInstanceOf(CircuitBreakerOpenException.class);

        List<SpanData> calls = spans.await("step." + method, 3);
        assertThat(outcomes(calls.get(0))).isEmpty();
        assertThat(outcomes(calls.get(2))).containsExactly(REFUSED);
        assertThat(reasons(calls.get(2))).containsExactly("circuit_breaker");
        assertThat(SpanSummary.of(calls.get(2), List.of(), null)).contains("refused (circuit breaker)");
    }

    @Test
    void parksBetweenRefusedAttemptsAsBetweenFailedOnes() {
        assertThatThrownBy(() -> fragile.call("brokenRetried")).isInstanceOf(CircuitBreakerOpenException.class);
        assertThatThrownBy(() -> fragile.call("brokenRetried")).isInstanceOf(CircuitBreakerOpenException.class);

        List<SpanData> calls = spans.await("step.brokenRetried", 2);
        // two attempts open the circuit, and the two after them are refused
        assertThat(outcomes(calls.get(0))).containsExactly(RETRY, RETRY, REFUSED, RETRY, REFUSED);
        assertThat(outcomes(calls.get(1))).containsExactly(REFUSED, RETRY, REFUSED, RETRY, REFUSED, RETRY, REFUSED);
        assertThat(RecordedRetry.of(calls.get(1))).hasSize(3).allSatisfy(retry -> {
            assertThat(retry.reason()).isEqualTo(CircuitBreakerOpenException.class.getName());
            assertThat(retry.backoffMillis()).isPositive();
        });
        assertThat(calls).allSatisfy(call -> {
            assertThat(attribute(call, "job.park_count")).isEqualTo(3L);
            FinishedSpans.assertAccountedFor(call);
        });
    }

    @Test
    void showsWhatARateLimitRefusedAndAFallbackAnswered() {
        assertThat(fragile.call("limited")).isEqualTo("in time");
        assertThatThrownBy(() -> fragile.call("limited")).isInstanceOf(RateLimitException.class);
        assertThat(reasons(spans.await("step.limited", 2).get(1))).containsExactly("rate_limit");

        assertThat(fragile.call("limitedWithFallback")).isEqualTo("in time");
        assertThat(fragile.call("limitedWithFallback")).isEqualTo("instead");
        SpanData answered = spans.await("step.limitedWithFallback", 2).get(1);
        assertThat(outcomes(answered)).containsExactly(REFUSED, FALLBACK);
        assertThat(SpanSummary.of(answered, List.of(), null)).containsSubsequence("refused (rate limit)", "fallback");
    }

    @Test
    void showsWhatAFullBulkheadRefused() {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        CompletionStage<String> first = fragile.narrow(inside, gate);
        Fragile.await(inside);
        CompletionStage<String> second = fragile.narrow(inside, gate);
        assertThatThrownBy(() -> fragile.narrow(inside, gate).toCompletableFuture().join())
                .isInstanceOf(CompletionException.class).hasCauseInstanceOf(BulkheadException.class);
        assertThat(reasons(spans.await("step.narrow"))).containsExactly("bulkhead");
        gate.countDown();
        assertThat(first.toCompletableFuture().join()).isEqualTo("done");
        assertThat(second.toCompletableFuture().join()).isEqualTo("done");
    }

    @Test
    void showsATimeoutInTheQueueOfABulkheadAsAWait() {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        fragile.impatient(inside, gate);
        Fragile.await(inside);
        assertThatThrownBy(() -> fragile.impatient(inside, gate).toCompletableFuture().join())
                .hasCauseInstanceOf(TimeoutException.class);
        gate.countDown();

        SpanData waited = spans.await("step.impatient", 2).stream()
                .filter(span -> FinishedSpans.eventNames(span).contains("steptrace.job.parked")).findFirst().orElseThrow();
        assertThat(outcomes(waited)).containsExactly(TIMED_OUT);
        assertThat(attribute(waited, "job.park_count")).isEqualTo(1L);
        assertThat(FinishedSpans.millis(waited, "job.park_wait_ms_total")).isGreaterThan(50);
        FinishedSpans.assertAccountedFor(waited);
    }

    /** The events of attempts and fallbacks, in their order. */
    private static List<String> outcomes(SpanData span) {
        return FinishedSpans.eventNames(span).stream()
                .filter(List.of(TIMED_OUT, REFUSED, RETRY, FALLBACK)::contains).toList();
    }

    private static List<String> reasons(SpanData span) {
        return span.getEvents().stream().filter(event -> event.getName().equals(REFUSED)).map(EventData::getAttributes)
                .map(attributes -> attributes.get(io.opentelemetry.api.common.AttributeKey.stringKey("reason"))).toList();
    }
}
