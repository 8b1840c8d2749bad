package io.steptrace.benchmarks.drill.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.steptrace.benchmarks.drill.Sent;
import io.steptrace.benchmarks.drill.SpansPage;
import io.steptrace.benchmarks.served.Loopback;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

class CountedLoadTest {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger requests = new AtomicInteger();
    private final Sent sent = new Sent();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void asksSoOftenAndNoMore() throws Exception {
        try (CountedLoad load = new CountedLoad()) {
            assertThat(load.visit(new SpansPage(serve(), 1, 7, sent), 100)).isTrue();
        }

        assertThat(requests).hasValue(100);
        // every tenth was refused, and the others had two spans each
        assertThat(sent.failures()).isEqualTo(10);
        assertThat(sent.spanIds()).hasSize(180);
    }

    private int serve() {
        return vertx.createHttpServer().requestHandler(this::answer).listen(0, Loopback.HOST).toCompletionStage()
                .toCompletableFuture().join().actualPort();
    }

    private void answer(HttpServerRequest request) {
        int number = requests.incrementAndGet();
        if (!request.uri().equals("/spans/1?bytes=7") || number % 10 == 0) {
            request.response().setStatusCode(500).end();
        } else {
            request.response().putHeader("Root-Span-Id", "root" + number).end("trace\nmade" + number);
        }
    }
}
