package io.steptrace.faults.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.steptrace.collector.Behaviour;
import io.steptrace.collector.Collector;
import io.steptrace.faults.ApplicationProcess;

/** Spans outlive the process that made them, however it ends. */
@Execution(ExecutionMode.CONCURRENT)
class DiskSpoolIT {

    private static final int SPANS = 20;

    /** Those made, and that of the request. */
    private static final int SPANS_OF_A_REQUEST = SPANS + 1;

    /** Long enough that only the end of the application empties the queue. */
    private static final Map<String, String> LONG_BATCHES = Map.of("quarkus.otel.bsp.schedule.delay", "60s");

    private final Collector collector = Collector.listening();
    private SpooledApplications applications;

    @BeforeEach
    void useFolder(@TempDir Path folder) {
        applications = new SpooledApplications(collector, folder.resolve("spool"));
    }

    @AfterEach
    void closeCollector() {
        collector.close();
    }

    @Test
    void deliversAfterTheNextStartWhatWasAcceptedBeforeAKill() {
        collector.stop();
        List<String> made = new ArrayList<>();
        try (ApplicationProcess killed = applications.start().started()) {
            for (int request = 1; request <= 3; request++) {
                made.addAll(killed.makeSpans(SPANS));
            }
            killed.awaitHealth("spooled-spans", 3 * SPANS_OF_A_REQUEST);
            killed.kill();
        }
        collector.start();
        assertDeliveredByTheNext(made, 3 * SPANS_OF_A_REQUEST);
    }

    @Test
    void keepsOnDiskWhatItCannotDeliverBeforeItsEnd() {
        collector.stop();
        List<String> made;
        try (ApplicationProcess stopped = applications.start().started()) {
            made = stopped.makeSpans(SPANS);
            stopped.awaitHealth("spooled-spans", SPANS_OF_A_REQUEST);

            assertThat(stopped.stop()).isLessThan(Duration.ofSeconds(10));

            assertThat(stopped.lines()).filteredOn(line -> line.contains(" ends: ")).singleElement().asString()
                    .endsWith(" ends: " + SPANS_OF_A_REQUEST + " spans kept on disk for the next start");
        }
        collector.start();
        assertDeliveredByTheNext(made, SPANS_OF_A_REQUEST);
    }

    @Test
    void keepsOnDiskWhatIsStillInTheBatchQueue() {
        collector.stop();
        List<String> made;
        try (ApplicationProcess stopped = applications.start(LONG_BATCHES).started()) {
            made = stopped.makeSpans(SPANS);
            stopped.stop();
        }
        collector.start();
        assertDeliveredByTheNext(made, SPANS_OF_A_REQUEST);
    }

    @Test
    void doesNotWaitAtItsEndForACollectorThatNeverAnswers() {
        collector.always(Behaviour.stall());
        List<String> made;
        try (ApplicationProcess stopped = applications.start(Map.of("quarkus.otel.exporter.otlp.timeout", "500ms")).started()) {
            made = stopped.makeSpans(SPANS);
            stopped.awaitHealth("spooled-spans", SPANS_OF_A_REQUEST);

            assertThat(stopped.stop()).isLessThan(Duration.ofSeconds(10));
        }
        collector.always(Behaviour.accept());
        assertDeliveredByTheNext(made, SPANS_OF_A_REQUEST);
    }

    @Test
    void deliversBeforeItsEndWhatIsStillInTheBatchQueue() {
        try (ApplicationProcess stopped = applications.start(LONG_BATCHES).started()) {
            List<String> made = stopped.makeSpans(SPANS);
            assertThat(collector.requests()).isEmpty();

            stopped.stop();

            assertThat(collector.deliveries()).containsKeys(made.toArray(String[]::new)).hasSize(SPANS_OF_A_REQUEST);
            assertThat(collector.deliveries().values()).containsOnly(1);
            assertThat(stopped.lines()).noneMatch(line -> line.contains("[io.steptrace.export]"));
        }
    }

    private void assertDeliveredByTheNext(List<String> made, int spans) {
        try (ApplicationProcess next = applications.start().started()) {
            collector.awaitSpans(made);
            next.awaitHealth("delivered-spans", spans);
            next.awaitHealth("spooled-spans", 0);
            next.awaitHealth("lost-spans", 0);
        }
        assertThat(collector.deliveries()).containsKeys(made.toArray(String[]::new)).hasSize(spans);
        assertThat(collector.deliveries().values()).containsOnly(1);
    }
}
