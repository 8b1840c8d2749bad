package io.steptrace.faults.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.steptrace.faults.ApplicationProcess;

/** The packaged application, and nginx in front of a collector that is not ours either. */
class NginxIT {

    private static final int SPANS_BETWEEN = 1000;

    @TempDir
    Path folder;

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
}
