package io.steptrace.faults.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricExporter;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.collector.Behaviour;
import io.steptrace.collector.Collector;
import io.steptrace.faults.ByHand;
import io.steptrace.faults.CollectorResource;
import io.steptrace.faults.LossAccount;
import io.steptrace.faults.SpanMaker;
import io.steptrace.runtime.internal.export.ExportStatus;

/** The figures of the export as metrics. */
@QuarkusTest
@TestProfile(ExportMetricsTest.WithMetrics.class)
@WithTestResource(CollectorResource.class)
class ExportMetricsTest {

    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    Collector collector;

    @Inject
    SpanMaker spans;

    @Inject
    ExportStatus status;

    @Inject
    InMemoryMetricExporter metrics;

    @Test
    void countWhatWasDeliveredAndWhatWasLost() {
        collector.next(Behaviour.accept(), Behaviour.status(400), Behaviour.status(503),
                Behaviour.partialSuccess(2, "too old"));
        spans.batchOf(5);
        spans.batchOf(7);
        spans.batchOf(10);
        LossAccount.from(status).awaitEmptySpool();

        awaitPoint("otel.sdk.exporter.span.exported", 13, null);
        awaitPoint("otel.sdk.exporter.span.exported", 7, "400");
        awaitPoint("otel.sdk.exporter.span.exported", 2, "rejected");
        awaitPoint("otel.sdk.exporter.span.inflight", 0, null);
        awaitPoint("otel.sdk.processor.span.processed", 22, null);
        awaitPoint("otel.sdk.processor.span.queue.size", 0, null);
        awaitPoint("otel.sdk.processor.span.queue.capacity", 32768, null);
        awaitPoint("steptrace.export.retries", 1, null);
        awaitPoint("steptrace.export.breaker.state", 0, null);

        collector.always(Behaviour.status(503));
        spans.batchOf(4);

        awaitPoint("steptrace.export.spooled", 4, null);
        awaitPoint("otel.sdk.exporter.span.inflight", 4, null);
        Attributes series = awaitPoint("steptrace.export.breaker.state", 2, null).getAttributes();
        assertThat(series.asMap()).containsOnly(
                Map.entry(AttributeKey.stringKey("otel.component.type"), "otlp_http_span_exporter"),
                Map.entry(AttributeKey.stringKey("otel.component.name"), "otlp_http_span_exporter/0"),
                Map.entry(AttributeKey.stringKey("server.address"), "127.0.0.1"),
                Map.entry(AttributeKey.longKey("server.port"), (long) collector.port()));
    }

    private LongPointData awaitPoint(String name, long value, String errorType) {
        return await(name + " " + value).atMost(Duration.ofSeconds(20)).until(() -> points(name, value, errorType),
                points -> !points.isEmpty()).get(0);
    }

    private List<LongPointData> points(String name, long value, String errorType) {
        return metrics.getFinishedMetricItems().stream().filter(metric -> metric.getName().equals(name))
                .flatMap(metric -> pointsOf(metric).stream()).filter(point -> point.getValue() == value)
                .filter(point -> Objects.equals(point.getAttributes().get(ERROR_TYPE), errorType)).toList();
    }

    private static List<LongPointData> pointsOf(MetricData metric) {
        return switch (metric.getType()) {
            case LONG_SUM -> List.copyOf(metric.getLongSumData().getPoints());
            case LONG_GAUGE -> List.copyOf(metric.getLongGaugeData().getPoints());
            default -> List.of();
        };
    }

    /** As by hand, with metrics that stay in memory. */
    public static class WithMetrics extends ByHand {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(super.getConfigOverrides());
            config.put("quarkus.otel.metrics.enabled", "true");
            config.put("quarkus.otel.metric.export.interval", "100ms");
            return config;
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
