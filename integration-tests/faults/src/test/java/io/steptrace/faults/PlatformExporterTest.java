package io.steptrace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.collector.Collector;
import io.steptrace.runtime.internal.export.ExportStatus;

/** Without the guard, the exporter of the platform is the only one. */
@QuarkusTest
@TestProfile(PlatformExporterTest.Unguarded.class)
@WithTestResource(CollectorResource.class)
class PlatformExporterTest {

    Collector collector;

    @Inject
    Tracer tracer;

    @Inject
    Instance<SpanExporter> exporters;

    @Inject
    Instance<ExportStatus> status;

    @Test
    void isLeftUntouched() {
        assertThat(exporters.isUnsatisfied()).isTrue();
        assertThat(status.isUnsatisfied()).isTrue();

        Span span = tracer.spanBuilder("made").startSpan();
        span.end();

        collector.awaitSpans(Set.of(span.getSpanContext().getSpanId()));
        assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toSet()))
                .doesNotContain("steptrace-export");
    }

    /** Without the guard. */
    public static class Unguarded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.steptrace.export.guard", "false");
        }
    }
}
