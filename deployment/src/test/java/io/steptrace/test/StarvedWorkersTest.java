package io.steptrace.test;

import static io.steptrace.test.FinishedSpans.attribute;
import static io.steptrace.test.FinishedSpans.childrenOf;
import static io.steptrace.test.FinishedSpans.eventNames;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;

/** More requests than workers: who waits can be seen on the requests themselves, and in one metric. */
class StarvedWorkersTest {

    private static final int WORKERS = 2;
    private static final int REQUESTS = 6;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(HttpApplication.class, HttpApplication.Posts.class,
                    HttpApplication.Steps.class, HttpApplication.Gate.class, HttpCalls.class, FinishedSpans.class,
                    FinishedSpans.Exporter.class, Metrics.class))
            .overrideConfigKey(FinishedSpans.EXPORT_DELAY_KEY, FinishedSpans.EXPORT_DELAY)
            .overrideConfigKey("quarkus.thread-pool.core-threads", "" + WORKERS)
            .overrideConfigKey("quarkus.thread-pool.max-threads", "" + WORKERS)
            .overrideConfigKey("quarkus.steptrace.promote.queue-wait", "200ms")
            .overrideConfigKey("quarkus.otel.metrics.enabled", "true")
            .overrideConfigKey("quarkus.otel.metric.export.interval", "100ms");

    @Inject
    FinishedSpans spans;

    @Inject
    HttpApplication.Gate gate;

    @Inject
    InMemoryMetricExporter metrics;

    @AfterEach
    void letEverybodyThrough() {
        gate.open();
    }

    @Test
    void requestsThatWaitForAWorkerSaySo() throws Exception {
        gate.close();
        long begun = System.nanoTime();
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            answers.add(HttpCalls.begin("/posts/7/gated"));
        }
        // all are there, and those without a worker have waited for longer than the threshold
        Awaitility.await().until(() -> System.nanoTime() - begun > 1_000_000_000L);
        gate.open();
        assertThat(answers).extracting(CompletableFuture::join).containsOnly(200);

        List<SpanData> all = spans.await(found -> HttpCalls.requests(found, "/posts/7/gated").size() == REQUESTS
                && found.stream().filter(span -> span.getName().equals("job.queue_wait")).count() == REQUESTS - WORKERS);
        List<SpanData> starved = HttpCalls.requests(all, "/posts/7/gated").stream()
                .filter(root -> Boolean.TRUE.equals(attribute(root, "job.promoted"))).toList();
        assertThat(starved).hasSize(REQUESTS - WORKERS).allSatisfy(root -> assertStarved(root, all));
        assertCounted();
    }

    private static void assertStarved(SpanData root, List<SpanData> all) {
        assertThat(eventNames(root)).containsExactly("steptrace.job.started", "steptrace.job.completed");
        SpanData wait = childrenOf(root, all).get(0);
        assertThat(wait.getName()).isEqualTo("job.queue_wait");
        assertThat(eventNames(wait)).containsExactly("steptrace.job.enqueued", "steptrace.job.taken");
        assertThat(attribute(wait, "job.queue")).isEqualTo("worker");
        assertThat((Long) attribute(wait, "job.depth_start")).isBetween(1L, (long) REQUESTS);
        FinishedSpans.assertWithin(wait, root);
        assertThat(FinishedSpans.millis(root, "job.queue_wait_ms")).isGreaterThanOrEqualTo(200);
        double sum = FinishedSpans.millis(root, "job.queue_wait_ms") + FinishedSpans.millis(root, "job.dispatch_ms")
                + FinishedSpans.millis(root, "job.park_wait_ms_total") + FinishedSpans.millis(root, "job.run_active_ms");
        assertThat(sum).isCloseTo((root.getEndEpochNanos() - wait.getStartEpochNanos()) / 1e6,
                org.assertj.core.data.Offset.offset(0.001));
    }

    private void assertCounted() {
        HistogramPointData waits = Awaitility.await().until(() -> points("steptrace.job.queue_wait"),
                points -> points != null && points.getCount() >= REQUESTS);
        assertThat(waits.getAttributes()).hasToString("{job.queue=\"worker\"}");
        assertThat(waits.getMax()).isGreaterThanOrEqualTo(0.2);
        // each collection has the exemplars of what was recorded since the one before
        assertThat(all("steptrace.job.queue_wait")).anySatisfy(points -> assertThat(points.getExemplars()).isNotEmpty());
        assertThat(points("steptrace.job.dispatch").getCount()).isEqualTo(waits.getCount());
    }

    private HistogramPointData points(String name) {
        List<HistogramPointData> found = all(name);
        return found.isEmpty() ? null : found.get(found.size() - 1);
    }

    private List<HistogramPointData> all(String name) {
        return metrics.getFinishedMetricItems().stream().filter(metric -> metric.getName().equals(name))
                .flatMap(metric -> metric.getHistogramData().getPoints().stream()).toList();
    }

    public static class Metrics {

        @jakarta.enterprise.inject.Produces
        @jakarta.inject.Singleton
        InMemoryMetricExporter exporter() {
            return InMemoryMetricExporter.create();
        }
    }
}
