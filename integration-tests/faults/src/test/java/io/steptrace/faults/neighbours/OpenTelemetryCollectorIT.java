package io.steptrace.faults.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.steptrace.faults.ApplicationProcess;
import io.steptrace.neighbours.Installed;
import io.steptrace.neighbours.Versions;

/** The packaged application and a collector that is not ours. */
@Execution(ExecutionMode.CONCURRENT)
class OpenTelemetryCollectorIT {

    private static final int REQUESTS = 20;
    private static final int SPANS = 100;

    private static final int KILLS = 3;
    private static final int SPANS_BETWEEN = 1000;

    @TempDir
    Path folder;

    @BeforeAll
    static void needNeighbours() {
        Versions.print(Installed.orSkip("otelcol"), "--version");
    }

    @ParameterizedTest
    @CsvSource({ "HTTP, none", "HTTP, gzip", "GRPC, none", "GRPC, gzip" })
    void getsEachSpanExactlyOnce(Protocol protocol, String compression) {
        try (OpenTelemetryCollector collector = OpenTelemetryCollector.batching(folder);
                ApplicationProcess application = protocol.exportingTo(collector.port(protocol), compression)) {
            Set<String> made = new HashSet<>();
            for (int request = 1; request <= REQUESTS; request++) {
                made.addAll(application.makeTrace(SPANS, 0));
            }

            new Account(application, collector).assertDeliveredOnce(made);
            assertThat(application.lines()).noneMatch(line -> line.contains("[io.steptrace.export]"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void getsEachSpanThoughItIsKilledUnderLoad(Protocol protocol) throws Exception {
        try (OpenTelemetryCollector collector = OpenTelemetryCollector.writing(folder);
                ApplicationProcess application = protocol.exportingTo(collector.port(protocol), "gzip");
                SteadyLoad load = new SteadyLoad(application)) {
            for (int kill = 1; kill <= KILLS; kill++) {
                load.awaitMore(SPANS_BETWEEN);
                collector.kill();
                load.awaitMore(SPANS_BETWEEN);
                collector.start();
            }
            load.awaitMore(SPANS_BETWEEN);

            new Account(application, collector).assertDeliveredThoughCut(load.stop(), KILLS);
        }
    }

    /** Over gRPC it takes 4 MiB at once, as most servers do. */
    @ParameterizedTest
    @EnumSource
    void getsMoreThanItTakesAtOnce(Protocol protocol) {
        try (OpenTelemetryCollector collector = OpenTelemetryCollector.writing(folder);
                ApplicationProcess application = protocol.exportingTo(collector.port(protocol), "none")) {
            Set<String> made = new HashSet<>(application.makeTrace(400, 20_000));
            made.addAll(application.makeTrace(50, 0));

            new Account(application, collector).assertDeliveredOnce(made);
        }
    }
}
