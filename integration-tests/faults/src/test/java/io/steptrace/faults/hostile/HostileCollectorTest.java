package io.steptrace.faults.hostile;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Tracer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.faults.ByHand;
import io.steptrace.faults.MadeSpans;
import io.steptrace.runtime.internal.export.BreakerState;
import io.steptrace.runtime.internal.export.ExportStatus;

/**
 * A collector that refuses all, and sends what was not asked for, loses its connection, and takes nothing of the application.
 */
@QuarkusTest
@TestProfile(HostileCollectorTest.Impatient.class)
@WithTestResource(HostileCollector.class)
class HostileCollectorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    HostileCollector collector;

    @Inject
    Tracer tracer;

    @Inject
    ExportStatus export;

    @Test
    void losesItsConnectionWhenTheBreakerOpens() {
        MadeSpans.by(tracer, 5);
        awaitOpenBreakerWithoutConnection(0);

        collector.floods();
        // a trial, on a connection of its own
        awaitOpenBreakerWithoutConnection(collector.requests());

        assertThat(export.fill().spans()).isGreaterThanOrEqualTo(5);
        assertThat(export.tally().delivered()).isZero();
        assertThat(export.tally().lost()).isEmpty();
    }

    private void awaitOpenBreakerWithoutConnection(int requestsBefore) {
        await().atMost(PATIENCE).until(() -> {
            get("/ping").then().statusCode(200);
            return collector.requests() > requestsBefore && export.breaker() == BreakerState.OPEN
                    && collector.openConnections() == 0;
        });
    }

    /** Batches leave at once, and retries hurry. */
    public static class Impatient extends ByHand {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("quarkus.otel.bsp.schedule.delay", "100ms");
            return overrides;
        }
    }
}
