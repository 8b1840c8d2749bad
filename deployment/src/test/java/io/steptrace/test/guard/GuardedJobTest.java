package io.steptrace.test.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.faulttolerance.Retry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

/** What a caller may not even ask for takes no place in a queue. */
class GuardedJobTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication
            .with(Fights.class, Arena.class, FightRequest.class, Rules.class)
            .overrideConfigKey("quarkus.steptrace.queues.\"narrow\".concurrency", "1")
            .overrideConfigKey("quarkus.steptrace.queues.\"narrow\".capacity", "1");

    @Inject
    Fights fights;

    @Test
    void refusesInvalidArgumentsFromTheCallItself() {
        assertThatThrownBy(() -> fights.perform(null)).isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> fights.perform(new FightRequest(""))).isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> fights.performStage(null)).isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> fights.start(null)).isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> fights.inherited(0)).isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> fights.retried(null)).isInstanceOf(ConstraintViolationException.class);
        spans.flush();
        assertThat(spans.soFar()).isEmpty();
    }

    @Test
    void takesNoPlaceInTheQueueForThem() {
        CountDownLatch gate = new CountDownLatch(1);
        CompletionStage<String> running = fights.occupy(gate);
        CompletionStage<String> waiting = fights.occupy(gate);
        assertThatThrownBy(() -> fights.performStage(null)).isInstanceOf(ConstraintViolationException.class);
        gate.countDown();
        assertThat(running.toCompletableFuture().join()).isEqualTo("done");
        assertThat(waiting.toCompletableFuture().join()).isEqualTo("done");
    }

    @Test
    void validatesOnceAndRunsWhatIsValidOnTheQueue() {
        FightRequest request = new FightRequest("Batman");
        assertThat(fights.perform(request).await().indefinitely()).isEqualTo("Batman on steptrace-queue");
        assertThat(request.looks.get()).isEqualTo(1);
        SpanData step = spans.await("step.perform");
        assertThat(FinishedSpans.attribute(step, "job.queue")).isEqualTo("narrow");
        assertThat(fights.inherited(3).await().indefinitely()).isEqualTo("3");
        assertThat(fights.retried("Robin").await().indefinitely()).isEqualTo("Robin");
    }

    @Test
    void answersAClientOfAnEndpointBeforeTheQueue() {
        assertThat(get("/arena?rounds=0").statusCode()).isEqualTo(400);
        SpanData root = root();
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(FinishedSpans.attribute(root, "error.origin")).isEqualTo("application");
        assertThat(spans.soFar()).hasSize(1);
        assertThat(get("/arena?rounds=2").body()).isEqualTo("2 rounds");
    }

    public interface Rules {
        Uni<String> inherited(@Min(1) int rounds);
    }

    @ApplicationScoped
    public static class Fights implements Rules {

        @Step(queue = "narrow")
        public Uni<String> perform(@NotNull @Valid FightRequest request) {
            return Uni.createFrom().item(request.winner + " on steptrace-queue");
        }

        @Step(queue = "narrow")
        public CompletionStage<String> performStage(@NotNull FightRequest request) {
            return Uni.createFrom().item(request.winner).subscribeAsCompletionStage();
        }

        @Step(queue = "narrow")
        public void start(@NotNull FightRequest request) {
            throw new AssertionError("started with " + request);
        }

        @Override
        @Step(queue = "narrow")
        public Uni<String> inherited(int rounds) {
            return Uni.createFrom().item(Integer.toString(rounds));
        }

        @Step(queue = "narrow")
        @Retry(maxRetries = 2, delay = 0, jitter = 0)
        public Uni<String> retried(@NotNull String name) {
            return Uni.createFrom().item(name);
        }

        @Step(queue = "narrow")
        public CompletionStage<String> occupy(CountDownLatch gate) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Uni.createFrom().item("done").subscribeAsCompletionStage();
        }
    }

    public static class FightRequest {

        final String winner;
        final AtomicInteger looks = new AtomicInteger();

        FightRequest(String winner) {
            this.winner = winner;
        }

        @NotBlank
        public String getWinner() {
            looks.incrementAndGet();
            return winner;
        }
    }

    @Path("/arena")
    public static class Arena {

        @GET
        @Step(queue = "narrow")
        public Uni<String> fight(@QueryParam("rounds") @Min(1) int rounds) {
            return Uni.createFrom().item(rounds + " rounds");
        }
    }
}
