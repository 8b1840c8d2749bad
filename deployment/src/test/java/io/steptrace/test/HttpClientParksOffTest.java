package io.steptrace.test;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.opentelemetry.runtime.tracing.instrumentation.vertx.OpenTelemetryVertxHttpMetricsFactory.OpenTelemetryVertxHttpServerMetrics;
import io.quarkus.test.QuarkusUnitTest;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

class HttpClientParksOffTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(FinishedSpans.class, FinishedSpans.Exporter.class))
            .overrideConfigKey("quarkus.steptrace.parks.http-client", "false");

    @Inject
    Vertx vertx;

    @Test
    void leavesTheMetricsAsTheyAre() {
        assertThat(((VertxInternal) vertx).metricsSPI()).isExactlyInstanceOf(OpenTelemetryVertxHttpServerMetrics.class);
    }
}
