package io.steptrace.faults.undeliverable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.steptrace.collector.Behaviour;
import io.steptrace.collector.Collector;
import io.steptrace.faults.ApplicationProcess;

/** What never passes is found by the next process too, if the one before has left it on the disk. */
@Execution(ExecutionMode.CONCURRENT)
class UndeliverableIT {

    private static final int MAX_BYTES = 50_000;

    @Test
    void aSpanThatIsResetForEverHoldsUpNoOtherAfterARestart(@TempDir Path folder) {
        Map<String, String> configuration = Map.of(
                "quarkus.steptrace.export.spool", "disk",
                "quarkus.steptrace.export.spool.directory", folder.resolve("spool").toString(),
                "quarkus.steptrace.export.retry.initial-interval", "20ms",
                "quarkus.steptrace.export.retry.max-interval", "100ms",
                "quarkus.steptrace.export.circuit-breaker.reset-timeout", "200ms");
        try (Collector collector = Collector.listening()) {
            collector.always(Behaviour.acceptUpTo(MAX_BYTES, Behaviour.resetMidBody()));
            List<String> made = new ArrayList<>();
            try (ApplicationProcess first = ApplicationProcess.exporting(collector, "http/protobuf", configuration).started()) {
                // the request's own span is in the same batch, and small
                made.add(first.makeTrace(1, 2 * MAX_BYTES).get(1));
                first.awaitHealth("circuit-breaker", "open");
            }

            try (ApplicationProcess next = ApplicationProcess.exporting(collector, "http/protobuf", configuration).started()) {
                for (int request = 1; request <= 10; request++) {
                    made.addAll(next.makeTrace(1, 0));
                }

                next.awaitHealth("lost-spans", 1);
                next.awaitHealth("spooled-spans", 0);
                collector.awaitSpans(made);
            }
            assertThat(collector.deliveries()).containsOnlyKeys(made);
            assertThat(collector.deliveries().values()).containsOnly(1);
        }
    }
}
