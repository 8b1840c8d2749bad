package io.steptrace.test;

import static io.steptrace.test.FinishedSpans.attribute;
import static io.steptrace.test.FinishedSpans.eventNames;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;

class HttpRootTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(HttpApplication.class, HttpApplication.Posts.class,
                    HttpApplication.Steps.class, HttpApplication.Gate.class, HttpApplication.Routes.class, HttpCalls.class,
                    FinishedSpans.class, FinishedSpans.Exporter.class))
            .overrideConfigKey(FinishedSpans.EXPORT_DELAY_KEY, FinishedSpans.EXPORT_DELAY)
            .overrideConfigKey("quarkus.steptrace.promote.queue-wait", "10s");

    @Inject
    FinishedSpans spans;

    @BeforeEach
    void forgetEarlierTests() {
        spans.reset();
    }

    @Test
    void isNamedByItsRouteAndSaysWhereItCameFrom() throws Exception {
        assertThat(HttpCalls.get("/posts/7?draft=true")).isEqualTo(200);
        SpanData root = HttpCalls.root(spans, "/posts/7");

        assertThat(root.getName()).isEqualTo("http.server: GET /posts/{id}");
        assertThat(attribute(root, "http.route")).isEqualTo("/posts/{id}");
        assertThat(attribute(root, "network.transport")).isEqualTo("tcp");
        assertThat(attribute(root, "network.protocol.version")).isEqualTo("1.1");
        assertThat((Long) attribute(root, "client.port")).isPositive();
        assertThat(attribute(root, "url.path.params.id")).isNull();
        assertThat(List.of("http.request.method", "http.response.status_code", "url.scheme", "server.address", "server.port",
                "client.address", "user_agent.original")).allSatisfy(key -> assertThat(attribute(root, key)).isNotNull());
    }

    @Test
    void keepsTheFormerKeys() throws Exception {
        HttpCalls.get("/posts/7?draft=true");
        SpanData root = HttpCalls.root(spans, "/posts/7");

        assertThat(attribute(root, "http.method")).isEqualTo("GET");
        assertThat(attribute(root, "http.status_code")).isEqualTo(200L);
        assertThat(attribute(root, "http.scheme")).isEqualTo("http");
        assertThat(attribute(root, "http.target")).isEqualTo("/posts/7?draft=true");
        assertThat(attribute(root, "http.user_agent")).isEqualTo("test");
        assertThat(attribute(root, "http.client_ip")).isEqualTo(attribute(root, "client.address"));
        assertThat(attribute(root, "net.host.name")).isEqualTo("localhost");
        assertThat(attribute(root, "net.host.port")).isEqualTo(attribute(root, "server.port"));
        assertThat(attribute(root, "http.host")).isEqualTo("localhost:" + attribute(root, "server.port"));
    }

    @Test
    void isNamedByTheRouteOfVertxToo() throws Exception {
        assertThat(HttpCalls.get("/vertx/7")).isEqualTo(200);
        SpanData root = HttpCalls.root(spans, "/vertx/7");
        assertThat(root.getName()).isEqualTo("http.server: GET /vertx/:x");
        assertThat(attribute(root, "client.port")).isNotNull();
    }

    @Test
    void staysBoundedWhereNothingMatches() throws Exception {
        assertThat(HttpCalls.get("/nowhere/4711")).isEqualTo(404);
        SpanData root = HttpCalls.root(spans, "/nowhere/4711");
        assertThat(root.getName()).startsWith("http.server: GET").doesNotContain("4711");
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void anAnswerOfTheApplicationIsNoFault() throws Exception {
        assertThat(HttpCalls.get("/posts/7/missing")).isEqualTo(404);
        SpanData root = HttpCalls.root(spans, "/posts/7/missing");

        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(eventNames(root)).doesNotContain("exception");
        assertThat(attribute(root, "error.origin")).isEqualTo("application");
        assertThat(attribute(root, "error.message")).isEqualTo("no post 7");
    }

    @Test
    void aFaultOutsideAnyStepIsToldOnTheRoot() throws Exception {
        assertThat(HttpCalls.get("/posts/7/broken")).isEqualTo(500);
        SpanData root = HttpCalls.root(spans, "/posts/7/broken");

        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(eventNames(root)).containsOnlyOnce("exception");
        assertThat(attribute(root, "error.origin")).isEqualTo("system");
        assertThat(attribute(root, "error.type")).isEqualTo("500");
    }

    @Test
    void aFaultThatBubblesThroughAStepIsToldThere() throws Exception {
        assertThat(HttpCalls.get("/posts/7/broken-step")).isEqualTo(500);
        SpanData root = HttpCalls.root(spans, "/posts/7/broken-step");
        SpanData step = spans.await("step.broken");

        assertThat(eventNames(step)).containsOnlyOnce("exception");
        assertThat(eventNames(root)).doesNotContain("exception");
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attribute(root, "error.message")).isEqualTo("broken 7");
    }

    @Test
    void theHandOverToAWorkerIsAJob() throws Exception {
        HttpCalls.get("/posts/7");
        SpanData root = HttpCalls.root(spans, "/posts/7");

        assertThat(attribute(root, "job.queue")).isEqualTo("worker");
        assertThat(attribute(root, "job.promoted")).isEqualTo(false);
        assertThat(eventNames(root)).containsExactly("steptrace.job.enqueued", "steptrace.job.taken", "steptrace.job.started",
                "steptrace.job.completed");
        assertThat(root.getEvents()).extracting(event -> event.getEpochNanos()).isSorted();
        assertAddsUp(root);
    }

    @Test
    void aRequestThatFailsHasAJobToo() throws Exception {
        HttpCalls.get("/posts/7/broken");
        SpanData root = HttpCalls.root(spans, "/posts/7/broken");
        assertThat(root.getEvents()).last().satisfies(event -> assertThat(event.getAttributes().asMap().toString())
                .contains("job.success=false"));
        assertAddsUp(root);
    }

    @Test
    void whatStaysOnTheEventLoopHasNone() throws Exception {
        HttpCalls.get("/posts/7/reactive");
        SpanData root = HttpCalls.root(spans, "/posts/7/reactive");
        assertThat(attribute(root, "job.queue")).isNull();
        assertThat(root.getEvents()).isEmpty();
    }

    /** From enqueued to the end of the span. */
    private static void assertAddsUp(SpanData root) {
        double sum = FinishedSpans.millis(root, "job.queue_wait_ms") + FinishedSpans.millis(root, "job.dispatch_ms")
                + FinishedSpans.millis(root, "job.park_wait_ms_total") + FinishedSpans.millis(root, "job.run_active_ms");
        long enqueued = root.getEvents().get(0).getEpochNanos();
        assertThat(sum).isCloseTo((root.getEndEpochNanos() - enqueued) / 1e6, org.assertj.core.data.Offset.offset(0.001));
    }
}
