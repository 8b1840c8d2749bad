package io.steptrace.collector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;

/** Metrics come in beside spans. */
class CollectorMetricsTest {

    private final Collector collector = Collector.listening();
    private final ExportClient client = ExportClient.of(collector);

    @AfterEach
    void close() {
        collector.close();
    }

    @Test
    void acceptsMetricsEvenIfItRefusesSpans() throws Exception {
        collector.always(Behaviour.status(503));

        assertThat(client.send(client.metrics(metrics("a", 1, "b", 2))).statusCode()).isEqualTo(200);
        assertThat(client.send(client.metrics(metrics("b", 3))).statusCode()).isEqualTo(200);
        assertThat(client.send(client.metrics(new byte[] { 7, 7, 7 })).statusCode()).isEqualTo(400);

        assertThat(collector.metrics()).extracting(Metric::getName).containsExactly("a", "b", "b");
        assertThat(collector.metrics().get(2).getGauge().getDataPoints(0).getAsInt()).isEqualTo(3);
        assertThat(collector.requests()).isEmpty();
    }

    /** Gauges, each with its value behind its name. */
    private static byte[] metrics(Object... gauges) {
        ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
        ScopeMetrics.Builder scope = request.addResourceMetricsBuilder().addScopeMetricsBuilder();
        for (int name = 0; name < gauges.length; name += 2) {
            scope.addMetricsBuilder().setName((String) gauges[name]).getGaugeBuilder().addDataPointsBuilder()
                    .setAsInt((int) gauges[name + 1]);
        }
        return request.build().toByteArray();
    }
}
