package io.steptrace.faults.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.steptrace.collector.GrpcBehaviour;
import io.steptrace.collector.GrpcCollector;
import io.steptrace.faults.ApplicationProcess;
import io.vertx.grpc.common.GrpcStatus;

/** The export over gRPC as an operator has it: the packaged application, configured from outside. */
class GrpcExportIT {

    private final GrpcCollector collector = GrpcCollector.listening();

    @AfterEach
    void closeCollector() {
        collector.close();
    }

    @Test
    void deliversEachSpanExactlyOnce() {
        assertDelivered();
    }

    @Test
    void repeatsACallThatWasRefused() {
        collector.next(GrpcBehaviour.status(GrpcStatus.UNAVAILABLE, "gone fishing"));

        assertDelivered();

        assertThat(collector.requests()).hasSizeGreaterThan(1);
    }

    private void assertDelivered() {
        try (ApplicationProcess application = ApplicationProcess.exporting(collector, "grpc", Map.of()).started()) {
            List<String> made = application.makeSpans(10);

            collector.awaitSpans(made);

            application.awaitHealth("delivered-spans", 11);
            application.awaitHealth("lost-spans", 0);
            assertThat(collector.deliveries()).containsKeys(made.toArray(String[]::new)).hasSize(11);
            assertThat(collector.deliveries().values()).containsOnly(1);
        }
    }
}
