package io.steptrace.test.pool;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static io.steptrace.test.fixture.FinishedSpans.millis;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.netty.util.concurrent.EventExecutor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.smallrye.mutiny.Uni;
import io.steptrace.Effect;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;

/** The first request of a client has its connection for a while before it is sent: classes are loaded, a body is encoded. */
class HttpClientFirstUseTest extends HttpTest {

    private static final String POST = "http.post price";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Prices.class, PriceClient.class, PriceResource.class,
            SlowWriter.class, Price.class).overrideConfigKey("quarkus.steptrace.promote.park-wait", "1h");

    @TestHTTPResource
    URI server;

    @Inject
    Prices prices;

    @Inject
    Vertx vertx;

    @Test
    void parksBehindARestClientsBodyThatTakesLongToWrite() throws Exception {
        SlowWriter writer = new SlowWriter();
        Semaphore asked = new Semaphore(0);
        PriceClient client = QuarkusRestClientBuilder.newBuilder().baseUri(server)
                .property("io.quarkus.rest.client.connection-pool-size", 1).register(writer)
                .register((ClientRequestFilter) request -> asked.release()).build(PriceClient.class);

        FutureTask<String> first = onAnotherThread(() -> prices.post(() -> client.post(new Price(1))));
        Thread busy = writer.awaitWriting();
        FutureTask<String> second = onAnotherThread(() -> prices.post(() -> client.post(new Price(2))));
        asked.acquire(2);
        for (EventExecutor eventLoop : vertx.nettyEventLoopGroup()) {
            if (!eventLoop.inEventLoop(busy)) {
                eventLoop.submit(() -> {
                }).get();
            }
        }
        writer.goOn();
        first.get();
        second.get();

        assertOneParked();
    }

    @Test
    void parksBehindARequestThatIsNotSentAtOnce() {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(1));
        CompletableFuture<Void> sending = new CompletableFuture<>();
        CompletableFuture<HttpClientRequest> firstAllocated = new CompletableFuture<>();

        CompletableFuture<String> first = prices.post(() -> uni(request(client).compose(request -> {
            firstAllocated.complete(request);
            return Future.fromCompletionStage(sending).compose(go -> sent(request));
        }))).subscribeAsCompletionStage();
        firstAllocated.join();
        CompletableFuture<String> second = prices.post(() -> uni(request(client).compose(this::sent)))
                .subscribeAsCompletionStage();
        sending.complete(null);
        first.join();
        second.join();

        assertOneParked();
    }

    /** What was never sent has no connection any more, so that a wait behind it would be none. */
    @Test
    void doesNotParkBehindARequestThatWasNeverSent() {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(1));
        HttpClientRequest abandoned = request(client).toCompletionStage().toCompletableFuture().join();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        abandoned.connection().closeHandler(closed::complete).close();
        closed.join();

        prices.post(() -> uni(request(client).compose(this::sent))).await().indefinitely();

        assertThat(attribute(spans.await(POST), "job.park_count")).isNull();
    }

    @Test
    void parksTheSecondOfAFanOut() {
        WebClient client = WebClient.create(vertx, new WebClientOptions().setMaxPoolSize(1));
        prices.fanOut(() -> uni(client.postAbs(server.resolve("/prices").toString()).sendBuffer(Buffer.buffer("1"))
                .map(io.vertx.ext.web.client.HttpResponse::bodyAsString))).await().indefinitely();
        assertOneParked();
    }

    private Future<HttpClientRequest> request(HttpClient client) {
        return client.request(HttpMethod.POST, server.getPort(), server.getHost(), "/prices");
    }

    private Future<String> sent(HttpClientRequest request) {
        return request.send("1").compose(HttpClientResponse::body).map(Buffer::toString);
    }

    private static <T> Uni<T> uni(Future<T> future) {
        return Uni.createFrom().completionStage(future.toCompletionStage());
    }

    private void assertOneParked() {
        SpanData parked = spans.await(POST, 2).stream().filter(span -> attribute(span, "job.park_count") != null)
                .reduce((one, other) -> {
                    throw new AssertionError("parked both");
                }).orElseThrow(() -> new AssertionError("parked none"));
        assertThat(attribute(parked, "job.park_count")).isEqualTo(1L);
        assertThat(millis(parked, "job.park_wait_ms_total")).isPositive();
        assertThat(parked.getEvents().get(0).getAttributes().asMap().values()).containsExactlyInAnyOrder("backpressure",
                "http client " + server.getHost() + ":" + server.getPort(), 1L, 1L);
        FinishedSpans.assertAccountedFor(parked);
    }

    private static FutureTask<String> onAnotherThread(Supplier<Uni<String>> call) {
        FutureTask<String> task = new FutureTask<>(() -> call.get().await().indefinitely());
        new Thread(task).start();
        return task;
    }

    @ApplicationScoped
    public static class Prices {

        @Inject
        Prices self;

        @Effect(POST)
        Uni<String> post(Supplier<Uni<String>> call) {
            return Uni.createFrom().deferred(() -> call.get());
        }

        @Step("fan_out")
        Uni<Void> fanOut(Supplier<Uni<String>> call) {
            return Uni.combine().all().unis(self.post(call), self.post(call)).discardItems();
        }
    }

    record Price(int cents) {
    }

    @Path("/prices")
    public interface PriceClient {

        @POST
        @Consumes(MediaType.TEXT_PLAIN)
        Uni<String> post(Price price);
    }

    @Path("/prices")
    public static class PriceResource {

        @POST
        public String post(String cents) {
            return cents;
        }
    }

    /** Takes its time with the first body. */
    public static class SlowWriter implements MessageBodyWriter<Price> {

        private final CompletableFuture<Thread> writing = new CompletableFuture<>();
        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
            return type == Price.class;
        }

        @Override
        public void writeTo(Price price, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
                MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
            if (writing.complete(Thread.currentThread())) {
                try {
                    assertThat(goOn.await(10, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            out.write(Integer.toString(price.cents()).getBytes(StandardCharsets.US_ASCII));
        }

        Thread awaitWriting() {
            return writing.join();
        }

        void goOn() {
            goOn.countDown();
        }
    }
}
