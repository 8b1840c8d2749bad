package io.steptrace.benchmarks.sampling;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.steptrace.benchmarks.served.ClosedLoop;
import io.steptrace.benchmarks.served.HealthPage;
import io.steptrace.benchmarks.served.Loopback;
import io.steptrace.benchmarks.served.Round;
import io.steptrace.benchmarks.served.ServedBuild;
import io.steptrace.benchmarks.served.TraceSink;
import io.vertx.core.Vertx;

/** A build of the application with a mix of requests and a sink of its own. */
final class MixedBuild implements AutoCloseable {

    /** The build without the extension does not know it. */
    static final String SAMPLER = "head:0.02,tail:error|p99|slow(50ms)";

    /** Many times what an exporter waits for a batch to fill. */
    private static final long QUIET_MILLIS = 3_000;

    private final String name;
    private final Mix mix = new Mix();
    private final ReceivedTraces received = new ReceivedTraces();
    private final TraceSink sink;
    private final ServedBuild build;

    private MixedBuild(String name, Path folder, Vertx vertx) throws IOException {
        this.name = name;
        this.sink = TraceSink.open(vertx, received);
        this.build = ServedBuild.start(folder, Loopback.freePorts()[0], options(sink.endpoint()));
    }

    /** Starts the application and waits until it is ready. */
    static MixedBuild start(String name, Path folder, Vertx vertx) throws IOException, InterruptedException {
        MixedBuild started = new MixedBuild(name, folder, vertx);
        try {
            new HealthPage(started.build).awaitReady();
        } catch (RuntimeException | InterruptedException e) {
            started.close();
            throw e;
        }
        return started;
    }

    Round load(ClosedLoop readers, Duration duration) throws InterruptedException {
        Round round = readers.round(build, mix, duration);
        System.out.printf("%-8s %8.0f requests/s%n", name, round.perSecond());
        return round;
    }

    /** Once the load has stopped: waits for the last spans and says what has arrived; what comes later is none of the load. */
    Delivery settle() throws InterruptedException {
        long bytes;
        do {
            bytes = sink.bytes();
            Thread.sleep(QUIET_MILLIS);
        } while (bytes != sink.bytes());
        return new Delivery(mix.account(received.keys()), bytes);
    }

    /** To be called after {@link #settle}: the spans of traces that were held would count as some of the load. */
    HeapSteps hold() throws IOException, InterruptedException {
        return new UndecidedTraces(build, sink).measure();
    }

    @Override
    public void close() {
        build.close();
    }

    /** Queues have room for everything, so that nothing is lost but what is not sampled. */
    private static List<String> options(String endpoint) {
        List<String> options = new ArrayList<>();
        options.add("-Dquarkus.otel.exporter.otlp.endpoint=" + endpoint);
        options.add("-Dquarkus.otel.exporter.otlp.protocol=http/protobuf");
        options.add("-Dquarkus.otel.traces.sampler=always_on");
        options.add("-Dquarkus.otel.bsp.max.queue.size=65536");
        options.add("-Dquarkus.steptrace.sampler=" + SAMPLER);
        options.add("-Dquarkus.steptrace.tail.max-traces=" + UndecidedTraces.BOUND);
        options.add("-Dquarkus.steptrace.tail.max-kept-per-second=0");
        options.add("-Dquarkus.steptrace.export.spool.max-spans=65536");
        options.add("-Dquarkus.steptrace.console=false");
        return options;
    }
}
