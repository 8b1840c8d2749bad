package io.steptrace.blog.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.collector.Behaviour;
import io.steptrace.collector.Collector;
import io.steptrace.neighbours.Installed;

/**
 * Every query of the dashboard and of the page on alerts finds what it asks for in a Prometheus, under the name it has there.
 */
@QuarkusTest
@TestProfile(AllMeasured.class)
@WithTestResource(MetricsReceivers.class)
class DashboardTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** A series by its name or a pattern of it, with what it is filtered by. */
    private static final Pattern SELECTOR = Pattern
            .compile("(?:steptrace|otel_sdk)_[a-z_]+(?:\\{[^}]*})?|\\{__name__[^}]*}");
    private static final Pattern COMPARISON = Pattern.compile("\\s(?:>|<|==)\\s");
    private static final Queue<String> TRACE_IDS = new ConcurrentLinkedQueue<>();

    private static boolean hadTraffic;

    Prometheus prometheus;

    Collector collector;

    @BeforeAll
    static void needsPrometheus() {
        Installed.orFailInCi("prometheus");
    }

    /** Spans are delivered, then lost, and at last kept for a collector that is gone. */
    @BeforeEach
    void hasTrafficOfAllKinds() {
        if (hadTraffic) {
            return;
        }
        hadTraffic = true;
        collector.onSpan(span -> TRACE_IDS.add(hex(span.getTraceId().toByteArray())));
        Traffic traffic = new Traffic();
        traffic.round();
        awaitValue("sum(otel_sdk_exporter_span_exported_total{error_type=\"\"})", 1);
        collector.always(Behaviour.status(400));
        traffic.round();
        awaitValue("sum(otel_sdk_exporter_span_exported_total{error_type=\"400\"})", 1);
        collector.always(Behaviour.status(503));
        traffic.round();
        awaitValue("max(steptrace_export_breaker_state_ratio)", 2);
        traffic.round();
        awaitValue("sum(steptrace_export_spooled)", 1);
    }

    @Test
    void answersEveryQueryOfTheDashboard() {
        List<String> queries = Dashboard.queries();
        assertThat(queries).hasSizeGreaterThan(30);
        awaitAnswers(queries);
        assertThat(prometheus.labelValues("job", Dashboard.seriesOfServices())).containsExactly("blog");
    }

    @Test
    void answersEveryQueryOfThePage() {
        List<String> queries = AlertsPage.queries();
        assertThat(queries).hasSizeGreaterThan(15);
        awaitAnswers(queries);
    }

    /** What is evaluated is what a reader copies from the page. */
    @Test
    void evaluatesEveryRule() {
        assertThat(prometheus.rules()).hasSizeGreaterThan(5).allSatisfy(rule -> {
            assertThat(rule).containsEntry("health", "ok");
            assertThat(selectorsOf((String) rule.get("query"))).isNotEmpty()
                    .allSatisfy(selector -> assertThat(prometheus.query("count(" + selector + ")")).as(selector).isNotEmpty());
        });
    }

    @Test
    void alertsOfWhatIsWrong() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(alertsOf("SpansLost")).isNotEmpty().allMatch(alert -> alert.get("state").equals("firing"));
            assertThat(alertsOf("CollectorGone")).isNotEmpty();
            assertThat(alertsOf("RequestsHang")).isEmpty();
        });
    }

    /** Of all that waits for longer than it works, only that which has a size of its own. */
    @Test
    void callsNoQueueTooSmallThatHasNoSize() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(alertsOf("QueueTooSmall"))
                .extracting(alert -> ((Map<?, ?>) alert.get("labels")).get("job_queue").toString())
                .contains("digest").doesNotContain("worker", "fault-tolerance"));
    }

    @Test
    void leadsFromABucketToATrace() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(List.of("steptrace_step_duration_seconds_bucket",
                "steptrace_job_queue_wait_seconds_bucket")).allSatisfy(
                        series -> assertThat(prometheus.exampleTraceIds(series)).as(series).containsAnyElementsOf(TRACE_IDS)));
    }

    private void awaitAnswers(List<String> queries) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            SoftAssertions all = new SoftAssertions();
            for (String query : queries) {
                selectorsOf(query).forEach(
                        selector -> all.assertThat(prometheus.query("count(" + selector + ")")).as(selector).isNotEmpty());
                List<Double> answer = prometheus.query(query);
                if (!COMPARISON.matcher(query).find()) {
                    all.assertThat(answer).as(query).anyMatch(value -> !value.isNaN());
                }
            }
            all.assertAll();
        });
    }

    private void awaitValue(String query, double atLeast) {
        await(query).atMost(PATIENCE).until(() -> prometheus.query(query).stream().anyMatch(value -> value >= atLeast));
    }

    private List<Map<String, Object>> alertsOf(String name) {
        return prometheus.rules().stream().filter(rule -> rule.get("name").equals(name))
                .flatMap(rule -> DashboardTest.<List<Map<String, Object>>> cast(rule.get("alerts")).stream()).toList();
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }

    private static List<String> selectorsOf(String query) {
        return SELECTOR.matcher(query).results().map(MatchResult::group).distinct().toList();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
