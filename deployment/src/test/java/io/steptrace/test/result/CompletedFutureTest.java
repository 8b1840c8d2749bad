package io.steptrace.test.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.faulttolerance.Retry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

/** The caller of a step completes the future that it got, before the step does. */
class CompletedFutureTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Work.class);

    @Inject
    Work work;

    @BeforeEach
    void startOver() {
        work.pending = new CompletableFuture<>();
    }

    @Test
    void aTimeoutOfTheCallerEndsTheStep() {
        assertThatThrownBy(() -> work.handle().orTimeout(50, TimeUnit.MILLISECONDS).get())
                .isInstanceOf(ExecutionException.class).hasCauseInstanceOf(TimeoutException.class);
        assertFailed("step.handle", TimeoutException.class);
        assertThat(work.pending).as("the future of the step").isCompletedExceptionally();
    }

    @Test
    void aValueOfTheCallerEndsTheStep() throws Exception {
        assertThat(work.handle().completeOnTimeout("nothing", 50, TimeUnit.MILLISECONDS).get()).isEqualTo("nothing");
        assertThat(outcome(spans.await("step.handle"))).isEqualTo("done");
        assertThat(work.pending).isCompletedWithValue("nothing");
    }

    @Test
    void aFailureOfTheCallerEndsTheStep() {
        work.stage().toCompletableFuture().completeExceptionally(new IllegalStateException("changed my mind"));
        assertFailed("step.stage", IllegalStateException.class);
        assertThat(work.pending).isCompletedExceptionally();
    }

    @Test
    void aTimeoutOfTheCallerEndsAStepUnderFaultTolerance() {
        assertThatThrownBy(() -> work.guarded().toCompletableFuture().orTimeout(50, TimeUnit.MILLISECONDS).get())
                .hasCauseInstanceOf(TimeoutException.class);
        assertFailed("step.guarded", TimeoutException.class);
    }

    @Test
    void aTimeoutOfTheCallerEndsAQueuedStep() {
        assertThatThrownBy(() -> work.queued().orTimeout(50, TimeUnit.MILLISECONDS).get())
                .hasCauseInstanceOf(TimeoutException.class);
        assertFailed("step.queued", TimeoutException.class);
        FinishedSpans.assertAccountedFor(spans.await("step.queued"));
    }

    @Test
    void aQueuedStepDoesNotParkForAResultThatIsThere() throws Exception {
        work.pending.complete("done");
        assertThat(work.queued().get(10, TimeUnit.SECONDS)).isEqualTo("done");
        SpanData step = spans.await("step.queued");
        assertThat(outcome(step)).isEqualTo("done");
        assertThat(FinishedSpans.attribute(step, "job.park_count")).isEqualTo(0L);
        FinishedSpans.assertAccountedFor(step);
    }

    @Test
    void aQueuedStepFailsWithAFailureThatIsThere() {
        IllegalStateException failure = new IllegalStateException("there already");
        work.pending.completeExceptionally(failure);
        assertThat(work.queued().handle((item, thrown) -> thrown).join()).isSameAs(failure);
        assertFailed("step.queued", IllegalStateException.class);
    }

    @Test
    void aStageThatIsNoFutureReachesItsCaller() throws Exception {
        assertThat(work.minimal("done").toCompletableFuture().get(10, TimeUnit.SECONDS)).isEqualTo("done");
        assertThat(outcome(spans.await("step.minimal"))).isEqualTo("done");
        spans.reset();
        assertThatThrownBy(() -> work.minimal(null).toCompletableFuture().get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IllegalStateException.class);
        assertFailed("step.minimal", IllegalStateException.class);
    }

    @Test
    void aCancellationOfTheStepKeepsItsReason() {
        CancellationException tooLate = new CancellationException("too late");
        work.pending.completeExceptionally(tooLate);
        assertThat(work.handle().handle((item, failure) -> failure).join()).isSameAs(tooLate);
    }

    @Test
    void aCancellationEndsTheStepAsCancelled() {
        CompletableFuture<String> handled = work.handle();
        handled.cancel(true);
        assertThat(outcome(spans.await("step.handle"))).isEqualTo("cancelled");
        assertThat(work.pending).isCancelled();
    }

    private void assertFailed(String name, Class<? extends Throwable> type) {
        SpanData step = spans.await(name);
        assertThat(outcome(step)).isEqualTo("fail");
        assertThat(FinishedSpans.attribute(step, "error.type")).isEqualTo(type.getName());
    }

    private static Object outcome(SpanData step) {
        return FinishedSpans.attribute(step, "step.outcome");
    }

    @Singleton
    public static class Work {

        volatile CompletableFuture<String> pending;

        @Step
        CompletableFuture<String> handle() {
            return pending;
        }

        @Step
        CompletionStage<String> minimal(String result) {
            return result == null ? CompletableFuture.failedStage(new IllegalStateException("none"))
                    : CompletableFuture.completedStage(result);
        }

        @Step
        CompletionStage<String> stage() {
            return pending;
        }

        @Step
        @Retry(maxRetries = 0)
        CompletionStage<String> guarded() {
            return pending;
        }

        @Step(queue = "effects")
        CompletableFuture<String> queued() {
            return pending;
        }
    }
}
