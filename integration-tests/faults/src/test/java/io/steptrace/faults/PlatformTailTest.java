package io.steptrace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.collector.Collector;

/** The tail of the sampler reaches the exporter of the platform too, which sits behind a processor of its own. */
@QuarkusTest
@TestProfile(PlatformTailTest.UnguardedTail.class)
@WithTestResource(CollectorResource.class)
class PlatformTailTest {

    Collector collector;

    @Inject
    Tracer tracer;

    @Test
    void keepsWhatFailedAndNothingElse() {
        tracer.spanBuilder("ordinary").startSpan().end();
        Span failed = tracer.spanBuilder("failed").startSpan();
        failed.setStatus(StatusCode.ERROR).end();

        String kept = failed.getSpanContext().getSpanId();
        collector.awaitSpans(Set.of(kept));
        assertThat(collector.deliveries()).containsOnlyKeys(kept);
    }

    /** Without the guard, and with a tail. */
    public static class UnguardedTail implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.steptrace.export.guard", "false", "quarkus.steptrace.sampler", "head:0,tail:error");
        }
    }
}
