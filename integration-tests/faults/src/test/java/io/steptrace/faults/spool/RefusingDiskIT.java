package io.steptrace.faults.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.steptrace.collector.Collector;
import io.steptrace.collector.RecordingServer;
import io.steptrace.collector.grpc.GrpcCollector;
import io.steptrace.faults.ApplicationProcess;

/** A disk that cannot be written costs no span that its collector would take. */
@Execution(ExecutionMode.CONCURRENT)
class RefusingDiskIT {

    private static final int SPANS = 20;

    /** Those made, and that of the request. */
    private static final int SPANS_OF_A_REQUEST = SPANS + 1;

    private static final Map<String, String> HURRIED = Map.of("quarkus.steptrace.export.retry.max-interval", "200ms",
            "quarkus.steptrace.export.circuit-breaker.reset-timeout", "3s");

    @ParameterizedTest
    @ValueSource(strings = { "http/protobuf", "grpc" })
    void deliversThoughItsFolderIsGoneAndUsesItAgain(String protocol, @TempDir Path temp) throws IOException {
        Path folder = temp.resolve("spool");
        List<String> made = new ArrayList<>();
        try (RecordingServer<?> collector = listening(protocol);
                ApplicationProcess application = new SpooledApplications(collector, protocol, folder).start(HURRIED)
                        .started()) {
            collector.stop();
            made.addAll(application.makeSpans(SPANS));
            application.awaitHealth("spooled-spans", SPANS_OF_A_REQUEST);
            // or it would be on its way, and in memory, when its folder goes
            application.awaitHealth("circuit-breaker", "open");

            Files.move(folder, temp.resolve("away"));
            Files.createFile(folder);
            made.addAll(application.makeSpans(SPANS));
            application.awaitHealth("spool", "memory (Not a directory)");
            application.awaitHealth("spooled-spans", 2 * SPANS_OF_A_REQUEST);

            // the disk is away still, and what it holds waits for it
            collector.start();
            application.awaitHealth("delivered-spans", SPANS_OF_A_REQUEST);
            Files.delete(folder);
            Files.move(temp.resolve("away"), folder);
            made.addAll(application.makeSpans(SPANS));

            application.awaitHealth("delivered-spans", 3 * SPANS_OF_A_REQUEST);
            application.awaitHealth("spooled-spans", 0);
            application.awaitHealth("lost-spans", 0);
            application.awaitHealth("spool", "disk");
            assertThat(collector.deliveries()).containsKeys(made.toArray(String[]::new)).hasSize(3 * SPANS_OF_A_REQUEST);
            assertThat(collector.deliveries().values()).containsOnly(1);
            assertThat(application.lines()).filteredOn(line -> line.contains("cannot be used (Not a directory)")).hasSize(1);
            assertThat(application.lines()).filteredOn(line -> line.contains("used again")).hasSize(1);
        }
    }

    @Test
    void deliversThoughItsVolumeIsFullFromTheStart(@TempDir Path volume) throws IOException {
        assumeTrue(mounts(volume), "this machine lets no test mount a volume");
        try (Collector collector = Collector.listening()) {
            fill(volume);
            try (ApplicationProcess application = new SpooledApplications(collector, volume.resolve("spool")).start()
                    .started()) {
                List<String> made = application.makeSpans(SPANS);

                collector.awaitSpans(made);
                application.awaitHealth("delivered-spans", SPANS_OF_A_REQUEST);
                application.awaitHealth("lost-spans", 0);
                application.awaitHealth("spool", "memory (No space left on device)");
                assertThat(collector.deliveries()).hasSize(SPANS_OF_A_REQUEST);
            }
        } finally {
            assertThat(succeeds("umount", "-l", volume.toString())).isTrue();
        }
    }

    @Test
    void countsAsLostWhatOnlyMemoryHoldsAtItsEnd(@TempDir Path temp) throws IOException {
        Path folder = temp.resolve("spool");
        try (Collector collector = Collector.listening();
                ApplicationProcess application = new SpooledApplications(collector, folder).start().started()) {
            collector.stop();
            application.makeSpans(SPANS);
            application.awaitHealth("spooled-spans", SPANS_OF_A_REQUEST);
            Files.move(folder, temp.resolve("away"));
            Files.createFile(folder);
            application.makeSpans(SPANS + 1);
            application.awaitHealth("spooled-spans", 2 * SPANS_OF_A_REQUEST + 1);

            application.stop();

            assertThat(application.lines()).filteredOn(line -> line.contains(" ends: ")).singleElement().asString()
                    .endsWith(" ends: " + SPANS_OF_A_REQUEST + " spans kept on disk for the next start, "
                            + (SPANS_OF_A_REQUEST + 1) + " spans lost");
        }
    }

    private static RecordingServer<?> listening(String protocol) {
        return protocol.equals("grpc") ? GrpcCollector.listening() : Collector.listening();
    }

    private static boolean mounts(Path volume) {
        return succeeds("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", volume.toString());
    }

    private static void fill(Path volume) {
        try {
            Files.write(volume.resolve("ballast"), new byte[1024 * 1024]);
        } catch (IOException full) {
            return;
        }
        throw new AssertionError("not full");
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
