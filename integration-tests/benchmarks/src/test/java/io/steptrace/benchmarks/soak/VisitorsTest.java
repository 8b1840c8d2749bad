package io.steptrace.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.steptrace.loopback.LoopbackPort;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** The visitors of a soak, against a server of a few lines. */
class VisitorsTest {

    private static final int LARGE = 8 * 1024 * 1024;

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, Integer> requests = new ConcurrentHashMap<>();
    private final Map<String, Integer> cutOff = new ConcurrentHashMap<>();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void makeEveryErrandAndSayWhichTracesHaveToBeKept() {
        try (Visitors visitors = new Visitors(serve(), Duration.ofMillis(1))) {
            visitors.start();
            Awaitility.await().until(() -> requests.keySet().contains(Errand.CROWD.page()) && cutOff.containsKey("large"));
            Visited visited = visitors.stop();

            assertThat(visited.begun()).isEqualTo(requests.values().stream().mapToInt(Integer::intValue).sum());
            assertThat(visited.unanswered()).isZero();
            assertThat(visited.rootsToBeKept())
                    .hasSize(requests.get(Errand.FAILURE.page()) + requests.get(Errand.DELAY.page()))
                    .allMatch(root -> root.startsWith("/remarkable"));
        }
    }

    private int serve() {
        return vertx.createHttpServer().requestHandler(this::answer).listen(0, LoopbackPort.HOST).toCompletionStage()
                .toCompletableFuture().join().actualPort();
    }

    private void answer(HttpServerRequest request) {
        int number = requests.merge(request.uri(), 1, Integer::sum);
        request.response().putHeader("Root-Span-Id", request.uri() + number);
        if (request.uri().startsWith("/large")) {
            request.response().end(Buffer.buffer(new byte[LARGE]))
                    .onFailure(gone -> cutOff.merge("large", 1, Integer::sum));
        } else {
            request.response().end();
        }
    }
}
