package io.steptrace.faults.neighbours;

import java.util.HashMap;
import java.util.Map;

import io.steptrace.faults.ApplicationProcess;
import io.steptrace.neighbours.NeighbourProcess;

/** What the application exports with. */
enum Protocol {

    HTTP("http/protobuf"),
    GRPC("grpc");

    /** A failure after the other, and no long wait for the trial. */
    private static final Map<String, String> HURRIED = Map.of(
            "quarkus.steptrace.export.retry.initial-interval", "20ms",
            "quarkus.steptrace.export.retry.max-interval", "100ms",
            "quarkus.steptrace.export.circuit-breaker.reset-timeout", "500ms");

    private final String name;

    Protocol(String name) {
        this.name = name;
    }

    /** Starts the application and waits until it serves. */
    ApplicationProcess exportingTo(int port, String compression) {
        Map<String, String> configuration = new HashMap<>(HURRIED);
        configuration.put("quarkus.otel.exporter.otlp.compression", compression);
        return ApplicationProcess.exporting("http://" + NeighbourProcess.HOST + ":" + port, name, configuration).started();
    }
}
