package io.steptrace.faults.neighbours;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.steptrace.loopback.LoopbackPort;
import io.steptrace.neighbours.Installed;
import io.steptrace.neighbours.NeighbourProcess;
import io.steptrace.neighbours.SpanFiles;

/** The collector of the OpenTelemetry project, which writes into files what it has accepted. */
final class OpenTelemetryCollector implements AutoCloseable {

    /** With rotation the exporter writes at once; without, it keeps what it has accepted in a buffer. */
    private static final String CONFIGURATION = """
            receivers:
              otlp:
                protocols:
                  http: {endpoint: "127.0.0.1:%d"}
                  grpc: {endpoint: "127.0.0.1:%d"}
            processors:
              batch:
            exporters:
              file: {path: "%s", format: proto, rotation: {max_megabytes: 1000}}
            service:
              telemetry:
                metrics: {level: none}
                logs: {level: warn}
              pipelines:
                traces: {receivers: [otlp], processors: [%s], exporters: [file]}
            """;

    private final int httpPort = LoopbackPort.kept();
    private final int grpcPort = LoopbackPort.kept();
    private final SpanFiles files;
    private final NeighbourProcess process;

    private OpenTelemetryCollector(Path folder, String processors) {
        String program = Installed.orSkip("otelcol");
        Path configuration = folder.resolve("otelcol.yaml");
        files = new SpanFiles(folder);
        try {
            Files.writeString(configuration,
                    CONFIGURATION.formatted(httpPort, grpcPort, files.current(), processors));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        process = new NeighbourProcess(List.of(program, "--config", "file:" + configuration), folder, grpcPort);
    }

    /** Collects batches before it writes them, as collectors do. */
    static OpenTelemetryCollector batching(Path folder) {
        return started(new OpenTelemetryCollector(folder, "batch"));
    }

    /** Has written what it has accepted, so that nothing of it is lost when it is killed. */
    static OpenTelemetryCollector writing(Path folder) {
        return started(new OpenTelemetryCollector(folder, ""));
    }

    /** Starts it again after it was killed. */
    void start() {
        process.start();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.kill();
        files.rotate();
    }

    int port(Protocol protocol) {
        return protocol == Protocol.GRPC ? grpcPort : httpPort;
    }

    /** How often each span was accepted, by span id. */
    Map<String, Integer> deliveries() {
        return files.deliveries();
    }

    @Override
    public void close() {
        process.close();
    }

    private static OpenTelemetryCollector started(OpenTelemetryCollector collector) {
        collector.start();
        return collector;
    }
}
