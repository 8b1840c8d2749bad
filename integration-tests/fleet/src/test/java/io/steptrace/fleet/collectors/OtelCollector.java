package io.steptrace.fleet.collectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.steptrace.loopback.LoopbackPort;
import io.steptrace.neighbours.Installed;
import io.steptrace.neighbours.NeighbourProcess;
import io.steptrace.neighbours.SpanFiles;

/** A Collector that writes down each span that arrives, before it goes on; started again, it listens on the same port. */
public final class OtelCollector implements AutoCloseable {

    /**
     * What goes over any configuration: an address on this machine only, no metrics on a fixed port, and a pipeline that writes
     * down what arrives, with rotation, as the exporter writes at once then.
     */
    private static final String OVER_ALL = """
            receivers:
              otlp:
                protocols:
                  grpc: {endpoint: "127.0.0.1:%d"}
            exporters:
              file/arrived: {path: "%s", format: proto, rotation: {max_megabytes: 2000}}
            service:
              telemetry:
                metrics: {level: none}
                logs: {level: warn}
              pipelines:
                traces/arrived: {receivers: [otlp], exporters: [file/arrived]}
            """;
    private static final String CONFIGURATION = "--config";
    /** What is kept says which policy was the first to want it. */
    private static final String RECORD_POLICY = "--feature-gates=+processor.tailsamplingprocessor.recordpolicy";

    private final int port = LoopbackPort.kept();
    private final SpanFiles arrived;
    private final NeighbourProcess process;

    private OtelCollector(Path folder, String changes, String... pageFiles) {
        List<String> command = new ArrayList<>(List.of(Installed.orSkip("otelcol"), RECORD_POLICY));
        try {
            arrived = new SpanFiles(Files.createDirectories(folder));
            for (String file : pageFiles) {
                command.addAll(List.of(CONFIGURATION, "file:" + PageFiles.copy(file, folder)));
            }
            Path overAll = Files.writeString(folder.resolve("over-all.yaml"), OVER_ALL.formatted(port, arrived.current()));
            command.addAll(List.of(CONFIGURATION, "file:" + overAll));
            if (!changes.isEmpty()) {
                command.addAll(List.of(CONFIGURATION, "file:" + Files.writeString(folder.resolve("changes.yaml"), changes)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        process = new NeighbourProcess(command, folder, port);
    }

    /** The first tier, as the page has it, but with a fixed list of the second. */
    static OtelCollector firstTier(Path folder, List<OtelCollector> second, String... pageFiles) {
        return new OtelCollector(folder, """
                receivers:
                  otlp:
                    protocols:
                      http: {endpoint: "127.0.0.1:%d"}
                exporters:
                  load_balancing:
                    resolver:
                      dns: null
                      static: {hostnames: [%s]}
                """.formatted(LoopbackPort.kept(),
                String.join(", ", second.stream().map(collector -> '"' + collector.address() + '"').toList())),
                pageFiles);
    }

    /** One of the second tier, as the page has it, but with a shorter wait. */
    static OtelCollector secondTier(Path folder, Duration decisionWait, OtelCollector backend) {
        return new OtelCollector(folder, """
                processors:
                  tail_sampling: {decision_wait: %dms}
                exporters:
                  otlp_grpc: {endpoint: "%s"}
                """.formatted(decisionWait.toMillis(), backend.address()), "second-tier.yaml");
    }

    /** Where what is kept arrives. */
    static OtelCollector backend(Path folder) {
        return new OtelCollector(folder, "");
    }

    /** Where what is kept arrives and goes on to a server with that address. */
    static OtelCollector backend(Path folder, String next) {
        return new OtelCollector(folder, """
                exporters:
                  otlp_grpc: {endpoint: "%s", tls: {insecure: true}}
                service:
                  pipelines:
                    traces: {receivers: [otlp], exporters: [otlp_grpc]}
                """.formatted(next));
    }

    /** Starts it, also again, and waits until it listens. */
    public void start() {
        process.start();
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        process.kill();
        arrived.rotate();
    }

    public String address() {
        return NeighbourProcess.HOST + ":" + port;
    }

    /** What it has accepted in its lives. */
    public SpanFiles arrived() {
        return arrived;
    }

    /** The processor time of its present life. */
    public Duration processorTime() {
        return process.processorTime();
    }

    @Override
    public void close() {
        process.close();
    }
}
