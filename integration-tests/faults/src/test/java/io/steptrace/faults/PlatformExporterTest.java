package io.steptrace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.steptrace.collector.Collector;
import io.steptrace.runtime.internal.export.ExportStatus;

/** Without the guard, the exporter of the platform is the only one. */
@QuarkusTest
@TestProfile(PlatformExporterTest.Unguarded.class)
@WithTestResource(CollectorResource.class)
class PlatformExporterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WAIT = "job.park(timer)";

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

        io.opentelemetry.api.trace.Span span = tracer.spanBuilder("made").startSpan();
        span.end();

        collector.awaitSpans(Set.of(span.getSpanContext().getSpanId()));
        assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toSet()))
                .doesNotContain("steptrace-export");
    }

    @Test
    void sendsTheWaitsThatAreFoundLate() {
        Map<String, Span> received = new ConcurrentHashMap<>();
        collector.onSpan(span -> received.put(span.getName(), span));
        // the detection begins a moment after the application
        Awaitility.await().atMost(PATIENCE).until(() -> {
            RestAssured.get("/remarkable/delay/50").then().statusCode(204);
            return received.containsKey(WAIT);
        });
        Span wait = received.get(WAIT);
        assertThat(wait.getAttributesList()).anySatisfy(attribute -> {
            assertThat(attribute.getKey()).isEqualTo("code.function.name");
            assertThat(attribute.getValue().getStringValue()).isEqualTo(RemarkableResource.class.getName() + ".delay");
        });
        assertThat(wait.getEndTimeUnixNano() - wait.getStartTimeUnixNano()).isGreaterThanOrEqualTo(49_000_000);
        collector.awaitSpans(Set.of(HexFormat.of().formatHex(wait.getParentSpanId().toByteArray())));
    }

    /** Without the guard. */
    public static class Unguarded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.steptrace.export.guard", "false", "quarkus.steptrace.detect.waits", "true");
        }
    }
}
