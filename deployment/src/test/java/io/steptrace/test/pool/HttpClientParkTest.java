package io.steptrace.test.pool;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static io.steptrace.test.fixture.FinishedSpans.eventNames;
import static io.steptrace.test.fixture.FinishedSpans.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.ClientRequestFilter;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.netty.util.concurrent.EventExecutor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;
import io.vertx.core.Vertx;

class HttpClientParkTest extends HttpTest {

    private static final String PARKED = "steptrace.job.parked";
    private static final String RESUMED = "steptrace.job.resumed";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication
            .with(Comments.class, CommentClient.class, CommentResource.class)
            .overrideConfigKey("quarkus.steptrace.promote.park-wait", "1h");

    @TestHTTPResource
    URI server;

    @Inject
    Comments comments;

    @Inject
    CommentResource resource;

    @Inject
    Vertx vertx;

    private CommentClient client;
    private Semaphore asked;

    @BeforeEach
    void startOver() {
        asked = new Semaphore(0);
        resource.expectNone();
        client = QuarkusRestClientBuilder.newBuilder().baseUri(server)
                .property("io.quarkus.rest.client.connection-pool-size", 1)
                .register((ClientRequestFilter) request -> asked.release()).build(CommentClient.class);
    }

    @Test
    void parksABlockingCallThatWaitsForAConnection() throws Exception {
        FutureTask<String> first = inBackground(() -> comments.blocking(client));
        resource.awaitSomebody();
        FutureTask<String> second = new FutureTask<>(() -> comments.blocking(client));
        Thread caller = new Thread(second);
        caller.start();
        // the caller has handed its request to an event loop only when it waits for the answer
        Awaitility.await().until(() -> asked.availablePermits() == 2 && caller.getState() == Thread.State.WAITING);
        awaitAsked(2);
        resource.answer(2);
        first.get();
        second.get();

        assertExactlyOneParked("http.get comments");
    }

    @Test
    void parksAUniThatWaitsForAConnection() throws Exception {
        CompletableFuture<String> first = comments.reactive(client).subscribeAsCompletionStage();
        resource.awaitSomebody();
        CompletableFuture<String> second = comments.reactive(client).subscribeAsCompletionStage();
        awaitAsked(2);
        resource.answer(2);
        first.join();
        second.join();

        assertExactlyOneParked("http.get reactive_comments");
    }

    @Test
    void recordsNothingWhereAConnectionIsFree() {
        resource.answer(3);
        comments.blocking(client);
        comments.blocking(client);
        comments.reactive(client).await().indefinitely();

        spans.await("http.get comments", 2).forEach(HttpClientParkTest::assertNotParked);
        assertNotParked(spans.await("http.get reactive_comments"));
    }

    @Test
    void forgetsRequestsThatFailed() throws Exception {
        CommentClient unreachable = QuarkusRestClientBuilder.newBuilder().baseUri(URI.create("http://localhost:1"))
                .property("io.quarkus.rest.client.connection-pool-size", 1).build(CommentClient.class);
        assertThatThrownBy(() -> comments.blocking(unreachable)).isNotNull();
        assertThatThrownBy(() -> comments.blocking(unreachable)).isNotNull();
        comments.cancelled(client, resource);
        resource.answer(2);
        comments.blocking(client);

        spans.await("http.get comments", 3).forEach(HttpClientParkTest::assertNotParked);
    }

    /** Returns when so many requests have asked for a connection: each event loop asks right after the filters. */
    private void awaitAsked(int requests) throws Exception {
        asked.acquire(requests);
        for (EventExecutor eventLoop : vertx.nettyEventLoopGroup()) {
            eventLoop.submit(() -> {
            }).get();
        }
    }

    private void assertExactlyOneParked(String name) {
        List<SpanData> parked = spans.await(name, 2).stream()
                .filter(span -> attribute(span, "job.park_count") != null).toList();
        assertThat(parked).hasSize(1);
        SpanData waited = parked.get(0);
        assertThat(eventNames(waited)).containsExactly(PARKED, RESUMED, "steptrace.job.completed");
        assertThat(waited.getEvents().get(0).getAttributes().asMap().values()).containsExactlyInAnyOrder("backpressure",
                "http client " + server.getHost() + ":" + server.getPort(), 1L, 1L);
        assertThat(millis(waited, "job.park_wait_ms_total")).isPositive();
        FinishedSpans.assertAccountedFor(waited);
    }

    private static void assertNotParked(SpanData span) {
        assertThat(attribute(span, "job.park_count")).isNull();
    }

    private static <T> FutureTask<T> inBackground(Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        new Thread(task).start();
        return task;
    }

    @ApplicationScoped
    public static class Comments {

        @Effect("http.get comments")
        String blocking(CommentClient client) {
            return client.get();
        }

        @Effect("http.get reactive_comments")
        Uni<String> reactive(CommentClient client) {
            return client.getAsynchronously();
        }

        void cancelled(CommentClient client, CommentResource resource) throws InterruptedException {
            var subscription = reactive(client).subscribe().with(answer -> {
            });
            resource.awaitSomebody();
            subscription.cancel();
        }
    }

    @Path("/comments")
    public interface CommentClient {

        @GET
        String get();

        @GET
        Uni<String> getAsynchronously();
    }

    @Path("/comments")
    @ApplicationScoped
    public static class CommentResource {

        private final Semaphore answers = new Semaphore(0);
        private volatile CountDownLatch arrived = new CountDownLatch(1);

        @GET
        public String get() {
            arrived.countDown();
            answers.acquireUninterruptibly();
            return "comment";
        }

        void expectNone() {
            answers.drainPermits();
            arrived = new CountDownLatch(1);
        }

        void awaitSomebody() throws InterruptedException {
            arrived.await();
        }

        void answer(int requests) {
            answers.release(requests);
        }
    }
}
