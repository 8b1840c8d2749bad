package io.steptrace.test.handover;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static io.steptrace.test.fixture.FinishedSpans.childrenOf;
import static io.steptrace.test.fixture.FinishedSpans.eventNames;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

import org.awaitility.Awaitility;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.steptrace.Step;
import io.steptrace.runtime.internal.http.handover.Handovers;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

/** A worker pool of two threads, and more requests than that. */
class HandOverTest extends HttpTest {

    private static final int REQUESTS = 8;
    private static final int THREADS = 2;
    private static final long STARVED_MILLIS = 30;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Posts.class, Comments.class, Store.class, Gate.class)
            .overrideConfigKey("quarkus.thread-pool.max-threads", String.valueOf(THREADS));

    @Inject
    Store store;

    @Inject
    Handovers handovers;

    @Test
    void promotesTheWaitForAThreadOfAStarvedPool() {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, REQUESTS)
                .mapToObj(request -> getAsync("/posts/held")).toList();
        Awaitility.await().until(() -> handovers.waitingForWorkers() == REQUESTS - THREADS);
        awaitElapsed(System.nanoTime(), STARVED_MILLIS);
        store.gate().countDown();
        answers.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));

        List<SpanData> roots = roots(REQUESTS);
        List<SpanData> all = spans.soFar();
        // two run at once, so that six wait until the gate opens
        List<SpanData> starved = roots.stream()
                .filter(root -> FinishedSpans.millis(root, "job.queue_wait_ms") >= STARVED_MILLIS).toList();
        assertThat(starved).hasSizeGreaterThanOrEqualTo(REQUESTS - THREADS);
        assertThat(starved).allSatisfy(root -> {
            List<SpanData> waits = childrenOf(root, all).stream().filter(span -> span.getName().equals("job.queue_wait"))
                    .toList();
            assertThat(waits).hasSize(1);
            SpanData wait = waits.get(0);
            FinishedSpans.assertWithin(wait, root);
            assertThat(attribute(wait, "job.queue")).isEqualTo("worker");
            assertThat((wait.getEndEpochNanos() - wait.getStartEpochNanos()) / 1e6)
                    .isEqualTo(FinishedSpans.millis(root, "job.queue_wait_ms"));
            assertThat(eventNames(wait)).containsExactly("steptrace.job.enqueued", "steptrace.job.taken");
            assertThat(eventNames(root)).containsExactly("steptrace.job.started", "steptrace.job.completed");
            assertThat(attribute(root, "job.promoted")).isEqualTo(true);
        });
        assertThat(starved).anySatisfy(root -> assertThat(childrenOf(root, all))
                .anyMatch(wait -> attribute(wait, "job.depth_start") instanceof Long depth && depth > 1));
        roots.forEach(root -> assertHandOverAddsUp(root, all));
    }

    @Test
    void sharesTheTraceWithTheStepsOfTheEndpoint() {
        get("/posts/two-steps");
        SpanData root = root();
        assertThat(attribute(spans.await("step.first"), "step.sequence")).isEqualTo(1L);
        assertThat(attribute(spans.await("step.second"), "step.sequence")).isEqualTo(2L);
        assertThat(attribute(root, "job.queue")).isEqualTo("worker");
        assertHandOverAddsUp(root, spans.soFar());
    }

    @Test
    void forgetsARequestThatHasEnded() {
        get("/posts/two-steps");
        root();
        assertThat(handovers.waitingForWorkers()).isZero();
    }

    @Test
    void leavesAnEndpointAloneThatStaysOnTheEventLoop() {
        get("/posts/reactive");
        SpanData root = root();
        assertThat(root.getAttributes().asMap().keySet()).noneMatch(key -> key.getKey().startsWith("job."));
        assertThat(root.getEvents()).isEmpty();
    }

    @Test
    void endsWellWhenAFilterAnswers() {
        assertThat(get("/posts/forbidden").statusCode()).isEqualTo(403);
        SpanData root = root();
        assertThat(attribute(root, "job.queue")).isEqualTo("worker");
        assertThat(FinishedSpans.millis(root, "job.run_active_ms")).isZero();
        assertHandOverAddsUp(root, spans.soFar());
    }

    @Test
    void countsASubResourceOnce() {
        assertThat(get("/posts/comments/latest").body()).isEqualTo("latest comment");
        assertHandOverAddsUp(root(), spans.soFar());
    }

    @Test
    void endsWithTheStreamItAnswersWith() {
        assertThat(get("/posts/stream").body()).contains("one").contains("two");
        SpanData root = root();
        assertThat(attribute(root, "job.queue")).isEqualTo("worker");
        assertHandOverAddsUp(root, spans.soFar());
    }

    @Path("/posts")
    public static class Posts {

        @Inject
        Store store;

        @GET
        @Path("/held")
        public boolean held() throws InterruptedException {
            return store.gate().await(10, TimeUnit.SECONDS);
        }

        @GET
        @Path("/two-steps")
        public String twoSteps() {
            return store.first() + store.second();
        }

        @GET
        @Path("/reactive")
        public Uni<String> reactive() {
            return Uni.createFrom().item("quick");
        }

        @GET
        @Path("/forbidden")
        public String forbidden() {
            return "not reached";
        }

        @GET
        @Path("/stream")
        @Blocking
        public Multi<String> stream() {
            return Multi.createFrom().items("one", "two");
        }

        @Path("/comments")
        public Comments comments() {
            return new Comments();
        }
    }

    public static class Comments {

        @GET
        @Path("/latest")
        public String latest() {
            return "latest comment";
        }
    }

    public static class Gate {

        @ServerRequestFilter
        public Response check(ContainerRequestContext request) {
            return request.getUriInfo().getPath().endsWith("forbidden") ? Response.status(403).build() : null;
        }
    }

    @ApplicationScoped
    public static class Store {

        private final CountDownLatch gate = new CountDownLatch(1);

        // a field of a client proxy is not that of the bean
        CountDownLatch gate() {
            return gate;
        }

        @Step
        String first() {
            return "first";
        }

        @Step
        String second() {
            return "second";
        }
    }
}
