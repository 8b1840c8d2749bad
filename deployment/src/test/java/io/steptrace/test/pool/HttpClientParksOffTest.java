package io.steptrace.test.pool;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.opentelemetry.runtime.tracing.instrumentation.vertx.OpenTelemetryVertxHttpMetricsFactory.OpenTelemetryVertxHttpServerMetrics;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.test.fixture.TracedApplication;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

class HttpClientParksOffTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with()
            .overrideConfigKey("quarkus.steptrace.parks.http-client", "false");

    @Inject
    Vertx vertx;

    @Test
    void leavesTheMetricsAsTheyAre() {
        assertThat(((VertxInternal) vertx).metricsSPI()).isExactlyInstanceOf(OpenTelemetryVertxHttpServerMetrics.class);
    }
}
