package io.steptrace.faults.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.steptrace.collector.Collector;
import io.steptrace.collector.grpc.GrpcBehaviour;
import io.steptrace.collector.grpc.GrpcCollector;
import io.steptrace.collector.path.Forwarder;
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
        assertDelivered(Map.of());
    }

    /** Zero is no limit to Quarkus; and names of headers are lower-case in HTTP/2, however they are written. */
    @Test
    void deliversWithoutALimitOfTimeAndWithHeadersInUpperCase() {
        assertDelivered(Map.of("quarkus.otel.exporter.otlp.timeout", "0", "quarkus.otel.exporter.otlp.headers",
                "Authorization=Bearer correct-horse"));
    }

    @Test
    void repeatsACallThatWasRefused() {
        collector.next(GrpcBehaviour.status(GrpcStatus.UNAVAILABLE, "gone fishing"));

        assertDelivered(Map.of());

        assertThat(collector.requests()).hasSizeGreaterThan(1);
    }

    /** With a timeout that the first request of a cold process does not exceed on a busy machine: it would arrive twice. */
    @Test
    void leavesAConnectionThatWentSilent() {
        try (Forwarder forwarder = Forwarder.to(collector);
                ApplicationProcess application = started(Map.of("quarkus.otel.exporter.otlp.endpoint", forwarder.url(),
                        "quarkus.otel.exporter.otlp.timeout", "5s"))) {
            List<String> made = new ArrayList<>(application.makeSpans(10));
            collector.awaitSpans(made);
            application.awaitHealth("spooled-spans", 0);

            forwarder.silenceThoseOpen();
            made.addAll(application.makeSpans(10));

            collector.awaitSpans(made);
            application.awaitHealth("delivered-spans", 22);
            assertThat(collector.deliveries()).containsKeys(made.toArray(String[]::new)).hasSize(22);
            assertThat(collector.deliveries().values()).containsOnly(1);
        }
    }

    @Test
    void namesTheMistakeInOneLine() {
        try (Collector other = Collector.listening();
                ApplicationProcess application = started(Map.of("quarkus.otel.exporter.otlp.endpoint", other.url()))) {
            application.makeSpans(10);
            application.awaitHealth("circuit-breaker", "open");

            assertThat(application.lines()).filteredOn(line -> line.contains("WARN") || line.contains("ERROR")).singleElement()
                    .asString().contains("this port speaks HTTP/1.1 and no gRPC");
            application.awaitHealth("spooled-spans", 11);
        }
    }

    private ApplicationProcess started(Map<String, String> configuration) {
        return ApplicationProcess.exporting(collector, "grpc", configuration).started();
    }

    private void assertDelivered(Map<String, String> configuration) {
        try (ApplicationProcess application = started(configuration)) {
            List<String> made = application.makeSpans(10);

            collector.awaitSpans(made);

            application.awaitHealth("delivered-spans", 11);
            application.awaitHealth("lost-spans", 0);
            assertThat(collector.deliveries()).containsKeys(made.toArray(String[]::new)).hasSize(11);
            assertThat(collector.deliveries().values()).containsOnly(1);
        }
    }
}
