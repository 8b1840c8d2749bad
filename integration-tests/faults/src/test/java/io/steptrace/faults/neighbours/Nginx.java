package io.steptrace.faults.neighbours;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.steptrace.loopback.LoopbackPort;
import io.steptrace.neighbours.Installed;
import io.steptrace.neighbours.NeighbourProcess;

/** The nginx that stands in front of a collector, as its package configures it: no request of more than 1 MiB. */
final class Nginx implements AutoCloseable {

    /** One process, which has no worker that could outlive it. */
    private static final String CONFIGURATION = """
            daemon off;
            master_process off;
            pid nginx.pid;
            events {}
            http {
              log_format status $status;
              access_log statuses.log status;
              client_max_body_size 1m;
              client_body_temp_path body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
              server {
                listen 127.0.0.1:%d;
                location / { proxy_pass http://127.0.0.1:%d; }
              }
              server {
                listen 127.0.0.1:%d http2;
                location / { grpc_pass grpc://127.0.0.1:%d; }
              }
            }
            """;

    private final int httpPort = LoopbackPort.kept();
    private final int grpcPort = LoopbackPort.kept();
    private final Path folder;
    private final NeighbourProcess process;

    /** Starts one in front of the collector. */
    Nginx(Path folder, OpenTelemetryCollector collector) {
        String program = Installed.orSkip("nginx");
        this.folder = folder;
        try {
            Files.writeString(folder.resolve("nginx.conf"), CONFIGURATION.formatted(
                    httpPort, collector.port(Protocol.HTTP), grpcPort, collector.port(Protocol.GRPC)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        process = new NeighbourProcess(List.of(program, "-p", folder.toString(), "-c", "nginx.conf", "-e", "stderr"), folder,
                grpcPort);
        process.start();
    }

    /** Starts it again after it was killed. */
    void start() {
        process.start();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.kill();
    }

    int port(Protocol protocol) {
        return protocol == Protocol.GRPC ? grpcPort : httpPort;
    }

    /** The statuses of its answers so far, its own among them. */
    List<String> statuses() {
        try {
            return Files.readAllLines(folder.resolve("statuses.log"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
