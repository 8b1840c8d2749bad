package io.steptrace.faults.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import io.steptrace.faults.ApplicationProcess;

/** What the application has made and what the collector has written, span for span. */
record Account(ApplicationProcess application, OpenTelemetryCollector collector) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(200);

    /** The spans that go into one request at most. */
    private static final int LARGEST_BATCH = 512;

    /** Each span is there, once, and none is counted as lost. */
    void assertDeliveredOnce(Set<String> made) {
        assertDeliveredOnce(made, 0);
    }

    /** Each span is there, once, and so many more are counted as lost, of which none is there. */
    void assertDeliveredOnce(Set<String> made, int lost) {
        assertDelivered(made, lost);
        assertThat(collector.deliveries().values()).containsOnly(1);
    }

    /**
     * Each span is there, and none is counted as lost.
     *
     * @param cuts how often an answer may have been cut off, so that a request was sent again
     */
    void assertDeliveredThoughCut(Set<String> made, int cuts) {
        assertDelivered(made, 0);
        Map<String, Integer> deliveries = collector.deliveries();
        assertThat(deliveries.values().stream().mapToInt(times -> times - 1).sum())
                .isLessThanOrEqualTo(cuts * LARGEST_BATCH);
    }

    private void assertDelivered(Set<String> made, int lost) {
        await("spans").atMost(PATIENCE).pollInterval(POLL)
                .untilAsserted(() -> assertThat(collector.deliveries()).containsKeys(made.toArray(String[]::new)));
        application.awaitHealth("spooled-spans", 0);
        application.awaitHealth("delivered-spans", made.size());
        application.awaitHealth("lost-spans", lost);
        assertThat(collector.deliveries()).hasSameSizeAs(made);
    }
}
