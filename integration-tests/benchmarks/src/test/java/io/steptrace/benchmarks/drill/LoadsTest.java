package io.steptrace.benchmarks.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.steptrace.loopback.LoopbackPort;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/** The loads of the drills, against servers of a few lines. */
class LoadsTest {

    private final Vertx vertx = Vertx.vertx();
    private final Sent sent = new Sent();
    private final AtomicInteger requests = new AtomicInteger();
    private final Latencies latencies = new Latencies();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void countsTheSpansOfAnAnswerAndThatOfTheRequest() throws Exception {
        try (OpenLoop load = new OpenLoop(serve(LoadsTest::answer), sent)) {
            load.start();
            Awaitility.await().until(() -> sent.answers() >= 2);
            load.stop();
        }

        assertThat(sent.spanIds()).containsExactlyInAnyOrder("root", "one", "two");
        assertThat(sent.failures()).isZero();
    }

    @Test
    void goesOnWithoutAnAnswerAndChargesTheWait() throws Exception {
        Queue<HttpServerRequest> waiting = new ConcurrentLinkedQueue<>();
        long waitedMillis;
        try (OpenLoop load = new OpenLoop(serve(waiting::add), sent)) {
            load.recordInto(latencies);
            long begun = System.nanoTime();
            load.start();
            Awaitility.await().until(() -> waiting.size() >= 5);
            waitedMillis = (System.nanoTime() - begun) / 1_000_000;
            load.recordInto(new Latencies());
            vertx.setPeriodic(1, tick -> {
                for (HttpServerRequest request = waiting.poll(); request != null; request = waiting.poll()) {
                    answer(request);
                }
            });
            load.stop();
        }

        int intervalMillis = 1000 / OpenLoop.REQUESTS_PER_SECOND;
        assertThat(waitedMillis).isGreaterThanOrEqualTo(4L * intervalMillis);
        // the first waited for all the others
        assertThat(latencies.percentileMillis(100)).isGreaterThanOrEqualTo(4 * intervalMillis);
    }

    @Test
    void countsAFailureWithoutSpans() throws Exception {
        try (OpenLoop load = new OpenLoop(serve(request -> {
            requests.incrementAndGet();
            request.response().setStatusCode(500).end("trace\nlie");
        }), sent)) {
            load.start();
            Awaitility.await().until(() -> sent.failures() >= 1);
            load.stop();
        }

        assertThat(sent.failures()).isEqualTo(requests.get());
        assertThat(sent.spanIds()).isEmpty();
    }

    @Test
    void asksSoOftenAndNoMore() throws Exception {
        try (CountedLoad load = new CountedLoad()) {
            assertThat(load.visit(new SpansPage(serve(this::answerNineOfTen), 1, 7, sent), 100)).isTrue();
        }

        assertThat(requests).hasValue(100);
        // every tenth was refused, and the others had two spans each
        assertThat(sent.failures()).isEqualTo(10);
        assertThat(sent.spanIds()).hasSize(180);
    }

    private static void answer(HttpServerRequest request) {
        request.response().putHeader("Root-Span-Id", "root").end("trace\none\ntwo");
    }

    private int serve(Handler<HttpServerRequest> application) {
        return vertx.createHttpServer().requestHandler(application).listen(0, LoopbackPort.HOST).toCompletionStage()
                .toCompletableFuture().join().actualPort();
    }

    private void answerNineOfTen(HttpServerRequest request) {
        int number = requests.incrementAndGet();
        if (!request.uri().equals("/spans/1?bytes=7") || number % 10 == 0) {
            request.response().setStatusCode(500).end();
        } else {
            request.response().putHeader("Root-Span-Id", "root" + number).end("trace\nmade" + number);
        }
    }
}
