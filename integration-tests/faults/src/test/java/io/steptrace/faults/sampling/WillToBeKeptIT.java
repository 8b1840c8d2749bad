package io.steptrace.faults.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.steptrace.collector.Collector;
import io.steptrace.faults.ApplicationProcess;
import io.steptrace.faults.metrics.Figures;

/** Clients that want all of their requests to be kept, by the flag of the trace and by provoking failures. */
class WillToBeKeptIT {

    private static final int PER_SECOND = 40;
    private static final int FLAGGED = 100;
    private static final int PROVOKED = 400;
    private static final int ORDINARY = 5;
    private static final int BETWEEN = PROVOKED / ORDINARY;

    private final Collector collector = Collector.listening();

    @AfterEach
    void closeCollector() {
        collector.close();
    }

    @Test
    void keepsTheFailuresOfOtherRoutesBesideAFloodAndNothingForItsFlag() {
        try (ApplicationProcess application = ApplicationProcess.exporting(collector, "http/protobuf", Map.of(
                "quarkus.steptrace.sampler", "head:0,tail:error",
                "quarkus.steptrace.sampler.trust-remote", "false",
                "quarkus.steptrace.tail.max-kept-per-second", String.valueOf(PER_SECOND),
                "quarkus.otel.metric.export.interval", "100ms")).started()) {
            Client client = Client.of(application.url());
            for (int trace = 1; trace <= FLAGGED; trace++) {
                client.get("/remarkable/delay/0", Client.sampled(trace));
            }
            Set<String> provoked = new HashSet<>();
            Set<String> ordinary = new HashSet<>();
            long begunNanos = System.nanoTime();
            for (int request = 0; request < PROVOKED; request++) {
                provoked.add(Client.root(client.get("/remarkable/failure", Client.sampled(request))));
                if (request % BETWEEN == BETWEEN / 2) {
                    ordinary.addAll(client.get("/itself").body().lines().toList());
                }
            }
            // begun ones count as well
            long seconds = Duration.ofNanos(System.nanoTime() - begunNanos).toSeconds() + 2;

            collector.awaitSpans(ordinary);
            figures("kept", "error").awaitFigure(count -> count == delivered(provoked) + ORDINARY);
            figures("dropped", "rate").awaitFigure(count -> count == PROVOKED - delivered(provoked));
            figures("dropped", "unremarkable").awaitFigure(count -> count == FLAGGED);
            assertThat(delivered(provoked)).isBetween(1L, seconds * PER_SECOND / 2);
            assertThat(collector.deliveries()).hasSize((int) delivered(provoked) + ordinary.size());
        }
    }

    private long delivered(Set<String> spanIds) {
        return spanIds.stream().filter(collector.deliveries()::containsKey).count();
    }

    private Figures figures(String what, String reason) {
        return new Figures(collector, "steptrace.sampling." + what, "reason", reason);
    }
}
