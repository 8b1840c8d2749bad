package io.steptrace.faults.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.steptrace.faults.ApplicationProcess;
import io.steptrace.neighbours.Installed;
import io.steptrace.neighbours.Versions;

/** The packaged application, and nginx in front of a collector that is not ours either. */
@Execution(ExecutionMode.CONCURRENT)
class NginxIT {

    private static final int SPANS_BETWEEN = 1000;

    @TempDir
    Path folder;

    @BeforeAll
    static void needNeighbours() {
        Versions.print(Installed.orSkip("otelcol"), "--version");
        Versions.print(Installed.orSkip("nginx"), "-v");
    }

    @ParameterizedTest
    @EnumSource
    void answers502WhileTheCollectorIsDownAndNothingIsLost(Protocol protocol) throws Exception {
        try (OpenTelemetryCollector collector = OpenTelemetryCollector.writing(folder);
                Nginx nginx = new Nginx(folder, collector);
                ApplicationProcess application = protocol.exportingTo(nginx.port(protocol), "gzip");
                SteadyLoad load = new SteadyLoad(application)) {
            load.awaitMore(SPANS_BETWEEN);
            collector.kill();
            load.awaitMore(SPANS_BETWEEN);
            collector.start();
            load.awaitMore(SPANS_BETWEEN);

            new Account(application, collector).assertDeliveredThoughCut(load.stop(), 1);
            assertThat(nginx.statuses()).contains("200", "502");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isKilledUnderLoadAndNothingIsLost(Protocol protocol) throws Exception {
        try (OpenTelemetryCollector collector = OpenTelemetryCollector.writing(folder);
                Nginx nginx = new Nginx(folder, collector);
                ApplicationProcess application = protocol.exportingTo(nginx.port(protocol), "gzip");
                SteadyLoad load = new SteadyLoad(application)) {
            load.awaitMore(SPANS_BETWEEN);
            nginx.kill();
            load.awaitMore(SPANS_BETWEEN);
            nginx.start();
            load.awaitMore(SPANS_BETWEEN);

            new Account(application, collector).assertDeliveredThoughCut(load.stop(), 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesARequestThatIsTooLargeAndGetsItInParts(Protocol protocol) {
        try (OpenTelemetryCollector collector = OpenTelemetryCollector.writing(folder);
                Nginx nginx = new Nginx(folder, collector);
                ApplicationProcess application = protocol.exportingTo(nginx.port(protocol), "none")) {
            Set<String> made = new HashSet<>(application.makeTrace(200, 20_000));
            List<String> tooLarge = application.makeTrace(1, 2_000_000);
            // that of the request is small
            made.add(tooLarge.get(1));
            made.addAll(application.makeTrace(50, 0));

            new Account(application, collector).assertDeliveredOnce(made, 1);
            assertThat(nginx.statuses()).contains("200", "413");
        }
    }
}
