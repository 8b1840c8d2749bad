package io.steptrace.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricExporter;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;

/** Every wait that is believed is in the metric, that of messages whose trace is not recorded included. */
@QuarkusTest
@TestProfile(QueueWaitMetricTest.Unsampled.class)
@QuarkusTestResource(Broker.class)
class QueueWaitMetricTest {

    private static final AttributeKey<String> QUEUE = AttributeKey.stringKey("job.queue");

    @Inject
    InMemoryMetricExporter metrics;

    @Inject
    ForeignSender sender;

    @Test
    void countsAMessageThatIsNotSampled() {
        sender.send("ancient", JsonObject.of("steptrace-enqueued", "1000000000000000"));
        RestAssured.given().post("/orders/unsampled").then().statusCode(204);

        HistogramPointData point = await("the metric").atMost(Duration.ofSeconds(20))
                .until(this::waits, points -> !points.isEmpty()).get(0);
        assertThat(point.getCount()).isEqualTo(1);
        assertThat(point.getSum()).isBetween(0.0, 20.0);
    }

    private List<HistogramPointData> waits() {
        return metrics.getFinishedMetricItems().stream()
                .filter(metric -> metric.getName().equals("steptrace.job.queue_wait"))
                .flatMap(metric -> metric.getHistogramData().getPoints().stream())
                .filter(point -> "orders".equals(point.getAttributes().get(QUEUE))).toList();
    }

    public static class Unsampled implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.metrics.enabled", "true", "quarkus.otel.metric.export.interval", "100ms",
                    "quarkus.otel.traces.sampler", "always_off");
        }
    }

    /** Only where there are metrics: with a reader of them an application takes five seconds to stop. */
    @Singleton
    static class MetricsInMemory {
        @Produces
        @Singleton
        @IfBuildProperty(name = "quarkus.otel.metrics.enabled", stringValue = "true")
        InMemoryMetricExporter exporter() {
            return InMemoryMetricExporter.create();
        }
    }
}
