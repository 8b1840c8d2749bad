package io.steptrace.faults.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.collector.Collector;
import io.steptrace.faults.ByHand;
import io.steptrace.faults.CollectorResource;
import io.steptrace.faults.LossAccount;
import io.steptrace.faults.SpanMaker;
import io.steptrace.runtime.internal.export.BreakerState;
import io.steptrace.runtime.internal.export.ExportStatus;

/** An outage that is longer than the spool. */
@QuarkusTest
@TestProfile(BoundedSpoolTest.SmallSpool.class)
@WithTestResource(CollectorResource.class)
class BoundedSpoolTest {

    Collector collector;

    @Inject
    SpanMaker spans;

    @Inject
    ExportStatus status;

    @Test
    void dropsTheOldestAndCountsThem() {
        LossAccount account = LossAccount.from(status);
        collector.stop();
        List<Set<String>> batches = new ArrayList<>(List.of(spans.batchOf(5)));
        await().atMost(Duration.ofSeconds(20)).until(() -> status.breaker() == BreakerState.OPEN);
        for (int i = 0; i < 9; i++) {
            batches.add(spans.batchOf(5));
            assertThat(status.fill().spans()).isLessThanOrEqualTo(20);
        }

        collector.start();
        account.awaitEmptySpool();

        assertThat(account.lost()).isEqualTo(Map.of("spool_full", 30L));
        assertThat(account.delivered()).isEqualTo(20);
        batches.subList(7, 10).forEach(kept -> assertThat(collector.deliveries()).containsKeys(kept.toArray(String[]::new)));
        // what is in flight is not dropped, as the first may have been until the next ones came
        assertThat(List.of(batches.get(0), batches.get(6))).anyMatch(collector.deliveries().keySet()::containsAll);
        assertThat(collector.deliveries()).hasSize(20);
    }

    /** As by hand, with room for four batches of five. */
    public static class SmallSpool extends ByHand {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(super.getConfigOverrides());
            config.put("quarkus.steptrace.export.spool.max-spans", "20");
            return config;
        }
    }
}
