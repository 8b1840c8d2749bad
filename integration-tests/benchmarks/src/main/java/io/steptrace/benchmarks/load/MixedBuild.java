package io.steptrace.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.steptrace.benchmarks.load.LoadComparison.Contestant;
import io.steptrace.benchmarks.load.LoadComparison.LoadedBuild;
import io.steptrace.benchmarks.served.ClosedLoop;
import io.steptrace.benchmarks.served.HealthPage;
import io.steptrace.benchmarks.served.Round;
import io.steptrace.benchmarks.served.ServedBuild;
import io.steptrace.benchmarks.served.TraceSink;
import io.vertx.core.Vertx;

/** A build of the application with a mix of requests and a sink of its own. */
final class MixedBuild implements LoadedBuild {

    /** The build without the extension does not know it. */
    static final String SAMPLER = "head:0.02,tail:error|p99|slow(50ms)";

    /** Many times what an exporter waits for a batch to fill. */
    private static final long QUIET_MILLIS = 3_000;

    private final Mix mix = new Mix();
    private final ReceivedTraces received = new ReceivedTraces();
    private final ClosedLoop readers;
    private final SampledSide side;
    private final TraceSink sink;
    private final ServedBuild build;

    /**
     * @param side gets what is known once the load is over
     * @param perSecond how many requests at most, or {@link ClosedLoop#UNLIMITED}
     */
    MixedBuild(Contestant contestant, SampledSide side, int perSecond, Vertx vertx) throws IOException {
        this.side = side;
        this.readers = new ClosedLoop(perSecond);
        this.sink = TraceSink.open(vertx, received);
        this.build = ServedBuild.start(contestant.build(), options(contestant, sink.endpoint()));
    }

    @Override
    public void awaitReady() throws InterruptedException {
        new HealthPage(build).awaitReady();
    }

    @Override
    public Round round(Duration duration) throws InterruptedException {
        return readers.round(build, mix, duration);
    }

    /** The spans of traces that are held come last: they would count as some of the load. */
    @Override
    public void finish() throws IOException, InterruptedException {
        side.add(settle());
        if (side.isHeapOfInterest()) {
            side.add(new UndecidedTraces(build, sink).measure());
        }
    }

    @Override
    public void close() {
        build.close();
        readers.close();
    }

    /** Waits for the last spans and says what has arrived; what comes later is none of the load. */
    private Delivery settle() throws InterruptedException {
        long bytes;
        do {
            bytes = sink.bytes();
            Thread.sleep(QUIET_MILLIS);
        } while (bytes != sink.bytes());
        return new Delivery(mix.account(received.ids()), bytes);
    }

    /** Queues have room for everything, so that nothing is lost but what is not sampled. */
    private static List<String> options(Contestant contestant, String endpoint) {
        return Stream.concat(contestant.options().stream(), Stream.of("-Dquarkus.otel.exporter.otlp.endpoint=" + endpoint,
                "-Dquarkus.otel.exporter.otlp.protocol=http/protobuf",
                "-Dquarkus.otel.traces.sampler=always_on",
                "-Dquarkus.otel.bsp.max.queue.size=65536",
                "-Dquarkus.steptrace.sampler=" + SAMPLER,
                "-Dquarkus.steptrace.tail.max-traces=" + UndecidedTraces.BOUND,
                "-Dquarkus.steptrace.tail.max-kept-per-second=0",
                "-Dquarkus.steptrace.export.spool.max-spans=65536",
                "-Dquarkus.steptrace.console=false")).toList();
    }
}
