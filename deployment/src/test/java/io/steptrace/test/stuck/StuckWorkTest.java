package io.steptrace.test.stuck;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.health.api.Wellness;
import io.steptrace.runtime.internal.health.StuckHealthCheck;
import io.steptrace.runtime.internal.stuck.StuckWork;
import io.steptrace.runtime.internal.stuck.StuckWorks;
import io.steptrace.test.fixture.FinishedMetrics;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

/** Requests and jobs that hang are in the log while they do, with the line they hang in. */
class StuckWorkTest extends HttpTest {

    private static final String HANG = "io.steptrace.test.stuck.Hanging$Work.hang(Hanging.java:";
    private static final String ON_WORKER = "on executor-thread-\\d+ \\(waiting\\) in "
            + Pattern.quote(HANG) + "\\d+\\)";
    private static final AttributeKey<String> STATE = AttributeKey.stringKey("thread.state");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.measuring(Hanging.class, StuckLog.class)
            .overrideConfigKey("quarkus.steptrace.stuck.after", "500ms");

    @Inject
    Hanging.Work work;

    @Inject
    StuckLog log;

    @Inject
    StuckWorks stuck;

    @Inject
    FinishedMetrics metrics;

    @Inject
    @Wellness
    StuckHealthCheck health;

    /** A cold first request may be stuck before it has a thread. */
    @BeforeEach
    void awaitNothingStuck() {
        get("/quick/0");
        root();
        spans.reset();
        Awaitility.await().until(stuck::count, count -> count == 0);
        log.forget();
    }

    @AfterEach
    void release() {
        work.release();
    }

    @Test
    void namesTheStepAndItsLineWhileARequestHangs() {
        CompletableFuture<HttpResponse<String>> answer = getAsync("/step/1");
        String line = log.await("WARN", "/step/");
        StuckWork hanging = stuck.list().get(0);
        assertThat(line).matches("WARN stuck work: GET /step/\\{id} - running for \\d\\.\\d s, step\\.inStep " + ON_WORKER
                + ", trace " + hanging.traceId());
        assertThat(hanging.root()).isEqualTo("GET /step/{id}");
        assertThat(hanging.place()).startsWith(HANG);
        assertThat(hanging.thread()).startsWith("executor-thread");
        metrics.awaitLong("steptrace.work.stuck", Attributes.empty(), 1);
        HealthCheckResponse response = health.call();
        assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(response.getData().orElseThrow()).containsEntry("stuck", 1L)
                .extractingByKey(hanging.traceId()).asString().startsWith("GET /step/{id}, ").contains(HANG);
        assertThat(answer).isNotDone();

        work.release();
        answer.join();
        SpanData root = root();
        assertThat(root.getTraceId()).isEqualTo(hanging.traceId());
        assertThat(log.await("INFO", "/step/")).matches(
                "INFO stuck work: GET /step/\\{id} - over at last after \\d\\.\\d s, trace " + root.getTraceId());
        assertThat(root.getEvents()).extracting(EventData::getEpochNanos).isSorted();
        for (SpanData span : List.of(root, spans.await("step.inStep"))) {
            assertThat(stuckEvents(span)).as(span.getName()).isNotEmpty().allSatisfy(event -> {
                assertThat(event.getAttributes().get(STATE)).isEqualTo("waiting");
                assertThat(event.getAttributes().get(AttributeKey.stringKey("code.stacktrace"))).contains(HANG);
            });
        }
        metrics.awaitLong("steptrace.work.stuck", Attributes.empty(), 0);
    }

    @Test
    void namesTheThreadOfARequestWithoutAStep() {
        CompletableFuture<HttpResponse<String>> answer = getAsync("/plain");
        assertThat(log.await("WARN", "/plain")).matches("WARN stuck work: GET /plain - running for \\d\\.\\d s, " + ON_WORKER
                + ", trace [0-9a-f]{32}");
        work.release();
        answer.join();
        assertThat(stuckEvents(root())).isNotEmpty();
    }

    @Test
    void namesTheOwnerOfAMonitor() {
        CompletableFuture<HttpResponse<String>> answer;
        synchronized (work.monitor()) {
            answer = getAsync("/monitor");
            assertThat(log.await("WARN", "/monitor")).matches(".*, step\\.inMonitor on executor-thread-\\d+ \\(blocked\\) in "
                    + ".*\\$Work\\.inMonitor\\(Hanging\\.java:\\d+\\), waiting for " + Thread.currentThread().getName()
                    + " in .*");
        }
        answer.join();
        assertThat(stuckEvents(spans.await("step.inMonitor"))).isNotEmpty().allSatisfy(event -> assertThat(
                event.getAttributes().get(AttributeKey.stringKey("job.stuck.owner")))
                .startsWith(Thread.currentThread().getName()));
    }

    @Test
    void saysOfAResultThatNeverComesThatNoThreadIsKnown() {
        CompletableFuture<HttpResponse<String>> answer = getAsync("/never");
        assertThat(log.await("WARN", "/never")).matches(
                "WARN stuck work: GET /never - running for \\d\\.\\d s, on no thread that is known, trace [0-9a-f]{32}");
        work.release();
        answer.join();
        log.await("INFO", "/never");
        assertThat(log.lines()).filteredOn(line -> line.startsWith("WARN")).hasSize(1);
        assertThat(stuckEvents(root())).hasSize(1);
    }

    @Test
    void namesTheJobThatHangsInItsQueuesWorker() {
        CompletableFuture<HttpResponse<String>> answer = getAsync("/queued");
        assertThat(log.await("WARN", "/queued"))
                .matches("WARN stuck work: GET /queued - running for \\d\\.\\d s, step\\.queued " + ON_WORKER + ", trace .*");
        work.release();
        answer.join();
        SpanData job = spans.await("step.queued");
        assertThat(stuckEvents(job)).isNotEmpty();
        FinishedSpans.assertAccountedFor(job);
    }

    @Test
    void saysNothingOfWhatIsQuick() {
        get("/quick/1");
        CompletableFuture<HttpResponse<String>> answer = getAsync("/plain");
        log.await("WARN", "/plain");
        assertThat(log.lines()).noneMatch(line -> line.contains("/quick"));
        work.release();
        answer.join();
    }

    private static List<EventData> stuckEvents(SpanData span) {
        return span.getEvents().stream().filter(event -> event.getName().equals("steptrace.job.stuck")).toList();
    }
}
