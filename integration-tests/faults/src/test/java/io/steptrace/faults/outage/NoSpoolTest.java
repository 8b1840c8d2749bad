package io.steptrace.faults.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.steptrace.collector.Behaviour;
import io.steptrace.collector.Collector;
import io.steptrace.faults.ByHand;
import io.steptrace.faults.CollectorResource;
import io.steptrace.faults.LossAccount;
import io.steptrace.faults.SpanMaker;
import io.steptrace.runtime.internal.export.BreakerState;
import io.steptrace.runtime.internal.export.ExportStatus;
import io.steptrace.runtime.internal.export.guard.SmallRyeExportGuard;

/** Without a spool what cannot be sent is lost, but not silently. */
@QuarkusTest
@TestProfile(NoSpoolTest.NoSpool.class)
@WithTestResource(CollectorResource.class)
class NoSpoolTest {

    Collector collector;

    @Inject
    SpanMaker spans;

    @Inject
    ExportStatus status;

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    void beginWithACollector() {
        collector.start();
        collector.forget();
        breakers.reset(SmallRyeExportGuard.BREAKER);
    }

    @Test
    void losesWhatIsRefusedForItsCredentials() {
        LossAccount account = LossAccount.from(status);
        collector.next(Behaviour.status(401));

        spans.batchOf(3);

        account.awaitEmptySpool();
        assertThat(account.lost()).isEqualTo(Map.of("401", 3L));
        assertThat(collector.requests()).hasSize(1);
    }

    @Test
    void repeatsAndThenCountsWhatIsLost() {
        collector.next(Behaviour.status(503));
        Set<String> repeated = spans.batchOf(3);
        collector.awaitSpans(repeated);
        LossAccount account = LossAccount.from(status);

        collector.stop();
        spans.batchOf(4);
        spans.batchOf(5);

        await().atMost(Duration.ofSeconds(20)).until(() -> status.fill().spans() == 0);
        assertThat(status.breaker()).isEqualTo(BreakerState.OPEN);
        assertThat(account.lost()).isEqualTo(Map.of("circuit_open", 9L));
        assertThat(account.delivered()).isZero();
    }

    /** As by hand, keeping nothing. */
    public static class NoSpool extends ByHand {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(super.getConfigOverrides());
            config.put("quarkus.steptrace.export.spool", "none");
            return config;
        }
    }
}
