package io.steptrace.benchmarks.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.steptrace.loopback.LoopbackPort;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.RequestOptions;

class ReaderTest {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger requests = new AtomicInteger();

    @AfterEach
    void closeVertx() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void countsEveryAnswerUntilTheEnd() throws Exception {
        assertThat(readFrom(request -> 200, 100, 0)).isEqualTo(requests.get()).isPositive();
    }

    @Test
    void failsWithTheFirstAnswerThatIsNot200() {
        assertThatThrownBy(() -> readFrom(request -> request == 3 ? 503 : 200, 10_000, 0))
                .hasMessageContaining("/page gave 503");
        assertThat(requests).hasValue(3);
    }

    @Test
    void asksNoMoreOftenThanIsAskedFor() throws Exception {
        assertThat(readFrom(request -> 200, 100, 20)).isBetween(1L, 6L);
    }

    /**
     * @param status for the number of a request
     * @param periodMillis from one request to the next
     */
    private long readFrom(IntUnaryOperator status, long millis, long periodMillis) throws Exception {
        HttpServer server = vertx.createHttpServer().requestHandler(request -> request.response()
                .setStatusCode(status.applyAsInt(requests.incrementAndGet())).end("a page"));
        server.listen(0, LoopbackPort.HOST).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        RequestOptions page = new RequestOptions().setHost(LoopbackPort.HOST).setPort(server.actualPort());
        HttpClient client = vertx.createHttpClient();
        CompletableFuture<Long> answers = new CompletableFuture<>();
        vertx.runOnContext(start -> new Reader(vertx, client, page, Visits.to("/page"),
                System.nanoTime() + millis * 1_000_000, periodMillis * 1_000_000).read()
                .onSuccess(answers::complete).onFailure(answers::completeExceptionally));
        return answers.get(20, TimeUnit.SECONDS);
    }
}
