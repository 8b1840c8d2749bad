package io.steptrace.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.steptrace.fleet.collectors.Collectors;
import io.steptrace.fleet.collectors.Jaeger;
import io.steptrace.fleet.services.Client;
import io.steptrace.fleet.services.Sent;
import io.steptrace.fleet.services.Services;
import io.vertx.core.json.JsonObject;

/** What is kept, as it is seen where one looks. */
class JaegerIT {

    private static final Duration DECISION_WAIT = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SPANS_AT_LEAST = 7;

    @TempDir
    Path folder;

    @Test
    void showsBothServicesInOneTreeWithTheVerdictAndFindsItByOurTags() {
        try (Jaeger jaeger = new Jaeger(folder.resolve("jaeger"));
                Fleet fleet = new Fleet(new Collectors(folder, DECISION_WAIT, jaeger), DECISION_WAIT);
                Services services = fleet.services("head:1.0")) {
            Client client = Client.of(services);
            Sent parked = client.send(Course.PARKED);
            Sent failed = client.send(Course.FAILING);
            fleet.settle(services);
            for (Sent each : List.of(parked, failed)) {
                await("the trace").atMost(PATIENCE).until(() -> jaeger.spans(each.traceId()).size() >= SPANS_AT_LEAST);
            }

            List<JsonObject> spans = jaeger.spans(parked.traceId());
            assertThat(spans).extracting(span -> span.getString("operationName")).contains("http.server: GET /orders/{course}",
                    "step.place_order", "http.get stock", "http.server: GET /stock/{course}", "step.take_from_stock",
                    "db.get shelf", "job.park(rate_limit)");
            List<JsonObject> verdicts = spans.stream()
                    .filter(span -> tags(span).anyMatch(tag -> is(tag, "steptrace.waiting_ms")))
                    .toList();
            assertThat(verdicts).extracting(span -> span.getString("operationName"))
                    .containsExactlyInAnyOrder("http.server: GET /orders/{course}", "http.server: GET /stock/{course}");
            assertThat(verdicts).allSatisfy(span -> assertThat(tags(span).filter(tag -> is(tag, "steptrace.waiting_ms"))
                    .findFirst().orElseThrow().getDouble("value")).isGreaterThan(200));

            assertThat(jaeger.find(Services.STOCK, "job.promoted", "true")).contains(parked.traceId());
            assertThat(jaeger.find(Services.ORDERS, "job.park.detected", "true")).contains(parked.traceId());
            assertThat(jaeger.find(Services.STOCK, "error.origin", "system")).containsExactly(failed.traceId());
        }
    }

    private static Stream<JsonObject> tags(JsonObject span) {
        return span.getJsonArray("tags").stream().map(JsonObject.class::cast);
    }

    private static boolean is(JsonObject tag, String key) {
        return tag.getString("key").equals(key);
    }
}
