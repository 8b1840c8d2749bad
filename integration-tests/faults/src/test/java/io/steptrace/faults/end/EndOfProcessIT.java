package io.steptrace.faults.end;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.steptrace.collector.Behaviour;
import io.steptrace.collector.Collector;
import io.steptrace.collector.RecordingServer;
import io.steptrace.collector.grpc.GrpcBehaviour;
import io.steptrace.collector.grpc.GrpcCollector;
import io.steptrace.faults.ApplicationProcess;

/**
 * The end of a process waits for its collector as long as was configured, however long a request may otherwise take, and
 * each span is delivered, kept or counted by then.
 */
@Execution(ExecutionMode.CONCURRENT)
class EndOfProcessIT {

    private static final int SPANS = 20;

    /** Those made, and that of the request. */
    private static final int SPANS_OF_A_REQUEST = SPANS + 1;

    /** Of three batches. */
    private static final int MANY = 1_200;

    /** The platform waits five seconds for its metrics, and half a second here and there; a request may take 35. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private static final Map<String, String> PATIENT = Map.of(
            "quarkus.otel.exporter.otlp.timeout", "35s",
            "quarkus.steptrace.export.retry.max-elapsed-time", "60s");

    private static final Map<String, String> ALL_AT_THE_END = Map.of("quarkus.otel.bsp.schedule.delay", "60s");

    @ParameterizedTest
    @CsvSource({ "http/protobuf, memory", "grpc, disk" })
    void aServiceDoesNotWaitForACollectorThatIsSilent(String protocol, String spool, @TempDir Path folder) {
        try (RecordingServer<?> collector = silent(protocol);
                ApplicationProcess application = start(collector, protocol, spool(spool, folder), PATIENT).started()) {
            application.makeSpans(SPANS);
            collector.awaitRequests(1);

            assertThat(application.stop()).isLessThan(SOON);

            assertThat(application.lines()).filteredOn(line -> line.contains(" ends: ")).singleElement().asString()
                    .endsWith(" ends: " + SPANS_OF_A_REQUEST + left(spool));
        }
    }

    @ParameterizedTest
    @CsvSource({ "http/protobuf, disk", "grpc, memory" })
    void aCommandDoesNotWaitForACollectorThatIsSilent(String protocol, String spool, @TempDir Path folder) {
        try (RecordingServer<?> collector = silent(protocol);
                ApplicationProcess command = start(collector, protocol, spool(spool, folder), PATIENT, command(SPANS))) {
            // from then on it waits: to start may take long on a busy machine
            await().atMost(Duration.ofMinutes(1)).until(() -> made(command).size() == SPANS);
            long begun = System.nanoTime();

            assertThat(command.ended()).isEqualTo(3);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON.plusSeconds(10));
            assertThat(made(command)).hasSize(SPANS);
            assertThat(command.lines()).filteredOn(line -> line.contains(" ends: ")).singleElement().asString()
                    .endsWith(" ends: " + SPANS + left(spool));
        }
    }

    @Test
    void aCommandDeliversEverythingToACollectorThatAnswersSlowlyButInTime() {
        try (Collector collector = Collector.listening()) {
            collector.always(Behaviour.acceptAfter(Duration.ofMillis(200)));
            try (ApplicationProcess command = start(collector, "http/protobuf", ALL_AT_THE_END, command(MANY),
                    Map.of("quarkus.steptrace.export.shutdown-timeout", "20s"))) {
                assertThat(command.ended()).isEqualTo(3);

                assertThat(collector.deliveries()).containsOnlyKeys(made(command));
                assertThat(collector.deliveries().values()).containsOnly(1);
                assertThat(command.lines()).noneMatch(line -> line.contains("Trace export"));
            }
        }
    }

    @Test
    void withoutASpoolEverythingIsCountedThatTheProcessorStillHolds() {
        try (RecordingServer<?> collector = silent("http/protobuf");
                ApplicationProcess command = start(collector, "http/protobuf", ALL_AT_THE_END, PATIENT, command(MANY),
                        Map.of("quarkus.steptrace.export.spool", "none"))) {
            assertThat(command.ended()).isEqualTo(3);

            assertThat(command.lines()).filteredOn(line -> line.contains(" ends: ")).singleElement().asString()
                    .endsWith(" ends: " + MANY + " spans lost");
        }
    }

    @Test
    void withoutTimeToWaitWhatIsInTheQueueStillGoesToDisk(@TempDir Path folder) {
        Map<String, String> disk = spool("disk", folder);
        try (Collector collector = Collector.listening()) {
            collector.always(Behaviour.stall());
            List<String> made;
            try (ApplicationProcess command = start(collector, "http/protobuf", ALL_AT_THE_END, disk, command(MANY),
                    Map.of("quarkus.steptrace.export.shutdown-timeout", "0"))) {
                assertThat(command.ended()).isEqualTo(3);
                made = made(command);
                assertThat(command.lines()).filteredOn(line -> line.contains(" ends: ")).singleElement().asString()
                        .endsWith(" ends: " + MANY + left("disk"));
            }
            collector.forget();
            collector.always(Behaviour.accept());
            try (ApplicationProcess next = start(collector, "http/protobuf", disk).started()) {
                next.awaitHealth("delivered-spans", MANY);
            }
            assertThat(collector.deliveries()).containsOnlyKeys(made);
        }
    }

    @Test
    void sendsNothingWhileTheCircuitIsOpen() {
        try (Collector collector = Collector.listening()) {
            collector.always(Behaviour.status(503));
            try (ApplicationProcess application = start(collector, "http/protobuf",
                    Map.of("quarkus.steptrace.export.retry.max-interval", "100ms")).started()) {
                application.makeSpans(SPANS);
                application.awaitHealth("circuit-breaker", "open");
                collector.forget();
                collector.always(Behaviour.accept());

                assertThat(application.stop()).isLessThan(SOON);

                assertThat(collector.requests()).isEmpty();
                assertThat(application.lines()).filteredOn(line -> line.contains(" ends: ")).singleElement().asString()
                        .contains(" spans lost");
            }
        }
    }

    private static RecordingServer<?> silent(String protocol) {
        if (protocol.equals("grpc")) {
            GrpcCollector collector = GrpcCollector.listening();
            collector.always(GrpcBehaviour.stall());
            return collector;
        }
        Collector collector = Collector.listening();
        collector.always(Behaviour.stall());
        return collector;
    }

    @SafeVarargs
    private static ApplicationProcess start(RecordingServer<?> collector, String protocol, Map<String, String>... more) {
        Map<String, String> configuration = new HashMap<>();
        for (Map<String, String> part : more) {
            configuration.putAll(part);
        }
        return ApplicationProcess.exporting(collector, protocol, configuration);
    }

    private static Map<String, String> spool(String kind, Path folder) {
        return kind.equals("disk") ? Map.of("quarkus.steptrace.export.spool", "disk",
                "quarkus.steptrace.export.spool.directory", folder.resolve("spool").toString()) : Map.of();
    }

    private static Map<String, String> command(int spans) {
        return Map.of("faults.command.spans", String.valueOf(spans));
    }

    private static String left(String spool) {
        return spool.equals("disk") ? " spans kept on disk for the next start" : " spans lost";
    }

    private static List<String> made(ApplicationProcess command) {
        return command.lines().stream().filter(line -> line.startsWith("made ")).map(line -> line.substring("made ".length()))
                .toList();
    }
}
