package io.steptrace.faults.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Tracer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.collector.Collector;
import io.steptrace.faults.CollectorResource;
import io.steptrace.faults.LogLines;
import io.steptrace.faults.MadeSpans;
import io.steptrace.runtime.internal.export.ExportStatus;

/** The application is not configured to trust the collector. */
@QuarkusTest
@WithTestResource(value = CollectorResource.class, initArgs = {
        @ResourceArg(name = "quarkus.otel.exporter.otlp.headers", value = "api-key=" + UntrustedCollectorTest.CREDENTIAL),
        @ResourceArg(name = CollectorResource.USER, value = "trace:" + UntrustedCollectorTest.CREDENTIAL + "@"),
        @ResourceArg(name = CollectorResource.TRUST, value = "NONE") })
class UntrustedCollectorTest {

    static final String CREDENTIAL = "correct-horse-battery";

    Collector collector;

    @Inject
    Tracer tracer;

    @Inject
    ExportStatus export;

    @Test
    void keepsTheSpansAndSaysWhy() {
        try (LogLines log = LogLines.open()) {
            MadeSpans.by(tracer, 10);

            await().until(() -> log.ofExport().stream().anyMatch(line -> line.contains("circuit breaker open")));

            assertThat(log.ofExport()).singleElement().asString().contains(collector.url(), "certification path");
            assertThat(log.all()).hasSize(1).noneMatch(line -> line.contains(CREDENTIAL));
        }
        assertThat(collector.requests()).isEmpty();
        assertThat(export.fill().spans()).isEqualTo(10);
        assertThat(export.tally().lost()).isEmpty();
    }
}
