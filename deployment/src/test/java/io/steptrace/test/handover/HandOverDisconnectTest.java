package io.steptrace.test.handover;

import static io.steptrace.test.fixture.FinishedSpans.eventNames;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.runtime.internal.http.handover.Handovers;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

class HandOverDisconnectTest extends HttpTest {

    private static final int THREADS = 2;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Posts.class, Turnstile.class)
            .overrideConfigKey("quarkus.thread-pool.max-threads", Integer.toString(THREADS));

    @Inject
    Turnstile turnstile;

    @Inject
    Handovers handovers;

    @Test
    void endsWithAClientThatLeavesWhileItWaits() throws IOException {
        List<CompletableFuture<HttpResponse<String>>> served = IntStream.range(0, THREADS)
                .mapToObj(request -> getAsync("/posts/served")).toList();
        try {
            turnstile.awaitAllInside();
            try (Socket client = new Socket(uri.getHost(), uri.getPort())) {
                client.getOutputStream()
                        .write("GET /posts/left HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                Awaitility.await().until(() -> handovers.waitingForWorkers(), depth -> depth == 1);
            }
            SpanData left = root();
            assertThat(left.getName()).endsWith("/posts/left");
            assertThat(FinishedSpans.millis(left, "job.dispatch_ms")).isZero();
            assertThat(FinishedSpans.millis(left, "job.run_active_ms")).isZero();
            assertThat(eventNames(left)).doesNotContain("steptrace.job.started").contains("steptrace.job.completed");
            assertHandOverAddsUp(left, spans.soFar());
        } finally {
            turnstile.open();
        }
        served.forEach(answer -> assertThat(answer.join().body()).isEqualTo("served"));
        Awaitility.await().until(() -> handovers.waitingForWorkers(), depth -> depth == 0);
    }

    @Path("/posts")
    public static class Posts {

        @Inject
        Turnstile turnstile;

        @GET
        @Path("/served")
        public String served() throws InterruptedException {
            turnstile.pass();
            return "served";
        }

        @GET
        @Path("/left")
        public String left() {
            return "unread";
        }
    }

    /** Holds every thread of the pool until it is opened. */
    @ApplicationScoped
    public static class Turnstile {

        private final CountDownLatch inside = new CountDownLatch(THREADS);
        private final CountDownLatch open = new CountDownLatch(1);

        void pass() throws InterruptedException {
            inside.countDown();
            open.await();
        }

        void awaitAllInside() {
            Awaitility.await().until(() -> inside.getCount() == 0);
        }

        void open() {
            open.countDown();
        }
    }
}
