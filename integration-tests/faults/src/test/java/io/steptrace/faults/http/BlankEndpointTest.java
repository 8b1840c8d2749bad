package io.steptrace.faults.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Tracer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.faults.LogLines;
import io.steptrace.faults.MadeSpans;
import io.steptrace.runtime.internal.export.ExportStatus;

/** A blank endpoint means that nothing is exported. */
@QuarkusTest
@TestProfile(BlankEndpointTest.Blank.class)
class BlankEndpointTest {

    @Inject
    Tracer tracer;

    @Inject
    ExportStatus export;

    @Test
    void startsNothing() {
        try (LogLines log = LogLines.open()) {
            assertThat(MadeSpans.by(tracer, 10)).hasSize(10);

            assertThat(export.target()).isNull();
            assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain("steptrace-export");
            assertThat(log.all()).isEmpty();
        }
    }

    /** The endpoint is there, but says nothing. */
    public static class Blank implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.exporter.otlp.endpoint", " ");
        }
    }
}
