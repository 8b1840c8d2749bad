package io.steptrace.faults.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.steptrace.collector.Collector;
import io.steptrace.faults.ApplicationProcess;

/** What is configured wrong stops the start with one line that says what to do. */
@Execution(ExecutionMode.CONCURRENT)
class RefusedStartIT {

    private static final String ENDPOINT = "quarkus.otel.exporter.otlp.endpoint";
    private static final String HEADERS = "quarkus.otel.exporter.otlp.headers";
    private static final String DIRECTORY = "quarkus.steptrace.export.spool.directory must be a directory that this process can"
            + " write and no other process uses, was ";

    private final Collector collector = Collector.listening();

    @AfterEach
    void closeCollector() {
        collector.close();
    }

    @Test
    void refusesAFolderBelowAFile(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertRefused(new SpooledApplications(collector, file.resolve("spool")).start(), DIRECTORY + file.resolve("spool"));
    }

    @Test
    void refusesAFolderThatAnotherProcessUses(@TempDir Path folder) {
        SpooledApplications applications = new SpooledApplications(collector, folder);
        try (ApplicationProcess first = applications.start().started()) {
            assertRefused(applications.start(), DIRECTORY + folder);

            collector.awaitSpans(first.makeSpans(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://trace:correct-horse@collector:4318/a b", "trace:correct-horse@collector:4318" })
    void refusesAMalformedEndpointWithoutRepeatingItsPassword(String endpoint) {
        ApplicationProcess refused = ApplicationProcess.with(Map.of(ENDPOINT, endpoint));

        assertRefused(refused, ENDPOINT + " must be a URL");
        assertThat(refused.lines()).noneMatch(line -> line.contains("correct-horse"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "authorization: Bearer correct-horse=", "authorization=Basic correct-\nhorse",
            "authorization=Bearer correct-horse,horse", "authorization=correct-\u0001horse" })
    void refusesAHeaderThatHttpForbidsWithoutRepeatingIt(String headers) {
        ApplicationProcess refused = ApplicationProcess.with(Map.of(HEADERS, headers));

        assertRefused(refused, HEADERS + " must ");
        assertThat(refused.lines()).noneMatch(line -> line.contains("horse"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "trust-cert.certs", "key-cert.certs" })
    void refusesCertificatesThatCannotBeRead(String name) {
        String key = "quarkus.otel.exporter.otlp." + name;

        assertRefused(ApplicationProcess.with(Map.of(key, "/no/such.pem")), key + " must be readable PEM files");
    }

    private static void assertRefused(ApplicationProcess refused, String why) {
        try (refused) {
            assertThat(refused.ended()).isPositive();
            assertThat(refused.lines()).singleElement().asString().startsWith(why);
        }
    }
}
