package io.steptrace.benchmarks.growth;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.steptrace.benchmarks.served.ClosedLoop;
import io.steptrace.benchmarks.served.HealthPage;
import io.steptrace.benchmarks.served.Round;
import io.steptrace.benchmarks.served.ServedBuild;
import io.steptrace.benchmarks.served.TraceSink;
import io.steptrace.loopback.LoopbackPort;
import io.vertx.core.Vertx;

/** A build of the application that is given more and more of something. */
final class GrownBuild implements AutoCloseable {

    /** Held traces and those of the requests beside them. */
    private static final int MAX_TRACES = 10_100;
    private static final Duration ROUND = Duration.ofSeconds(2);
    /** Many times what an exporter waits for a batch to fill. */
    private static final long QUIET_MILLIS = 1_000;

    /**
     * What was taken at one size.
     *
     * @param heapMegabytes after garbage collection, with what is held
     */
    record Sample(Round round, double heapMegabytes) {
    }

    private final Dimension dimension;
    private final Vertx vertx = Vertx.vertx();
    private final ClosedLoop readers = new ClosedLoop(ClosedLoop.UNLIMITED);
    private final HttpClient client = HttpClient.newHttpClient();
    private final TraceSink sink = TraceSink.open(vertx);
    private final ServedBuild build;

    GrownBuild(Dimension dimension, Path folder) throws IOException, InterruptedException {
        this.dimension = dimension;
        this.build = ServedBuild.start(folder, List.of(
                "-Dquarkus.otel.exporter.otlp.endpoint=" + sink.endpoint(),
                "-Dquarkus.otel.exporter.otlp.protocol=http/protobuf", "-Dquarkus.otel.bsp.max.queue.size=65536",
                "-Dquarkus.steptrace.sampler=head:0.02,tail:error|p99", "-Dquarkus.steptrace.tail.max-traces=" + MAX_TRACES,
                "-Dquarkus.steptrace.tail.decision-wait=5m", "-Dquarkus.steptrace.console=false"));
        new HealthPage(build).awaitReady();
    }

    /** What is held is no young garbage by then, and no longer on its way to the sink once the next size has its turn. */
    Sample sample(int size) throws IOException, InterruptedException {
        if (!dimension.isHeld()) {
            return load(size);
        }
        send("POST", "/undecided/" + size);
        build.sample();
        Sample sample = load(size);
        send("DELETE", "/undecided");
        long bytes;
        do {
            bytes = sink.bytes();
            Thread.sleep(QUIET_MILLIS);
        } while (bytes != sink.bytes());
        return sample;
    }

    private Sample load(int size) throws IOException, InterruptedException {
        Round round = readers.round(build, dimension.visits(size), ROUND);
        return new Sample(round, build.sample().heapMegabytes());
    }

    private void send(String method, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://" + LoopbackPort.HOST + ":" + build.port() + path);
        client.send(HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build(), BodyHandlers.discarding());
    }

    @Override
    public void close() {
        build.close();
        readers.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
