package io.steptrace.test.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.vertx.ConsumeEvent;
import io.steptrace.Effect;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;
import io.vertx.core.eventbus.EventBus;

/** The platform takes the span out of the Vert.x context of a request or message while a step still works in it. */
class ClearedContextTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Page.class, Consumers.class, Work.class, Meeting.class)
            .overrideConfigKey("quarkus.steptrace.promote.queue-wait", "1h");

    @Inject
    Work work;

    @Inject
    EventBus bus;

    @BeforeEach
    void startOver() {
        work.begin();
    }

    @Test
    void aStepKeepsItsChildrenWhenTheClientLeaves() throws Exception {
        leaveWhileTheStepWorks("/page");

        assertIsWhole("step.report");
    }

    @Test
    void anAttemptOnAnotherThreadKeepsItsChildrenWhenTheClientLeaves() throws Exception {
        leaveWhileTheStepWorks("/page/guarded");

        assertIsWhole("step.guarded");
    }

    @Test
    void theRestOfTheRequestStaysInItsTrace() throws Exception {
        leaveWhileTheStepWorks("/page");

        SpanData root = root();
        assertThat(spans.await("step.report").getParentSpanId()).isEqualTo(root.getSpanId());
        assertThat(spans.await("step.after").getTraceId()).isEqualTo(root.getTraceId());
        assertThat(work.seenAfter.get(10, TimeUnit.SECONDS)).isEqualTo(root.getSpanId());
    }

    @Test
    void aStepKeepsItsChildrenWhenAMessageIsOverBeforeItsBlockingConsumer() throws Exception {
        bus.send("reports", "blocking");
        consumeOnceTheMessageIsOver();

        assertIsWhole("step.report");
    }

    @Test
    void theStepOfABlockingConsumerBelongsToItsMessage() throws Exception {
        bus.send("late reports", "blocking");
        consumeOnceTheMessageIsOver();

        assertThat(spans.await("step.report").getParentSpanId())
                .isEqualTo(
                        spans.await(ClearedContextTest::hasConsumer).stream().filter(ClearedContextTest::isConsumer).findFirst()
                                .orElseThrow().getSpanId());
        assertIsWhole("step.report");
    }

    private void leaveWhileTheStepWorks(String path) throws IOException, InterruptedException {
        try (Socket client = new Socket(uri.getHost(), uri.getPort())) {
            client.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: here\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            Meeting.after(work.working);
        }
        root();
        work.goOn.countDown();
    }

    private void consumeOnceTheMessageIsOver() {
        spans.await(ClearedContextTest::hasConsumer);
        work.delivered.countDown();
        Meeting.after(work.working);
        work.goOn.countDown();
    }

    private static boolean hasConsumer(List<SpanData> all) {
        return all.stream().anyMatch(ClearedContextTest::isConsumer);
    }

    private static boolean isConsumer(SpanData span) {
        return span.getKind() == SpanKind.CONSUMER;
    }

    private void assertIsWhole(String name) throws Exception {
        SpanData step = spans.await(name);
        List<SpanData> all = spans.soFar();
        assertThat(FinishedSpans.childrenOf(step, all)).extracting(SpanData::getName)
                .containsExactly("db.get blog_post", "Work.plain", "db.get blog_post");
        assertThat(work.seen.get(10, TimeUnit.SECONDS)).as("ids in the log, and of the current span")
                .containsOnly(step.getSpanId());
        assertThat(work.tenant.get(10, TimeUnit.SECONDS)).as("what the application itself has put into the log")
                .isEqualTo("acme");
    }

    @Path("/page")
    public static class Page {

        @Inject
        Work work;

        @GET
        public String page() {
            work.report();
            work.seenAfter.complete(Work.idInLog());
            work.after();
            return "unread";
        }

        @GET
        @Path("/guarded")
        public String guarded() {
            work.guarded().toCompletableFuture().join();
            return "unread";
        }
    }

    @ApplicationScoped
    public static class Consumers {

        @Inject
        Work work;

        @ConsumeEvent(value = "reports", blocking = true)
        void consume(String message) {
            work.report();
        }

        @ConsumeEvent(value = "late reports", blocking = true)
        void consumeLate(String message) {
            Meeting.after(work.delivered);
            work.report();
        }
    }

    @Singleton
    public static class Work {

        CountDownLatch delivered;
        CountDownLatch working;
        CountDownLatch goOn;
        CompletableFuture<List<String>> seen;
        CompletableFuture<String> seenAfter;
        CompletableFuture<String> tenant;

        void begin() {
            delivered = new CountDownLatch(1);
            working = new CountDownLatch(1);
            goOn = new CountDownLatch(1);
            seen = new CompletableFuture<>();
            seenAfter = new CompletableFuture<>();
            tenant = new CompletableFuture<>();
        }

        @Step
        @Asynchronous
        CompletionStage<String> guarded() {
            doReport();
            return CompletableFuture.completedFuture("reported");
        }

        @Step
        void report() {
            doReport();
        }

        private void doReport() {
            MDC.put("tenant", "acme");
            working.countDown();
            Meeting.after(goOn);
            load();
            plain();
            load();
            seen.complete(List.of(idInLog(), Span.current().getSpanContext().getSpanId()));
            tenant.complete(String.valueOf(MDC.get("tenant")));
        }

        @Step
        void after() {
        }

        @Effect("db.get blog_post")
        void load() {
        }

        @WithSpan
        void plain() {
        }

        static String idInLog() {
            return String.valueOf(MDC.get("spanId"));
        }
    }
}
