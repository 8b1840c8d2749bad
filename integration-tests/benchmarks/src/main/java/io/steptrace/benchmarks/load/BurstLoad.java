package io.steptrace.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.steptrace.benchmarks.load.LoadComparison.Contestant;
import io.steptrace.benchmarks.load.LoadComparison.LoadedBuild;
import io.steptrace.benchmarks.served.HealthPage;
import io.steptrace.benchmarks.served.Round;
import io.steptrace.benchmarks.served.ServedBuild;
import io.steptrace.benchmarks.served.TraceSink;
import io.steptrace.loopback.LoopbackPort;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;

/**
 * Asks the application for spans as fast as they arrive at the sink: so many are always on their way that the exporter is never
 * out of work, and so few that no queue is full.
 */
final class BurstLoad implements LoadedBuild {

    /** Spans on their way at which no more are asked for. */
    static final int WINDOW = 8_192;

    private static final int BURST = 512;
    private static final int ASKING = 4;
    private static final long PAUSE_MILLIS = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final Context context;
    private final HttpClient client;
    private final ServedBuild build;
    private final TraceSink sink;
    private final RequestOptions page;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private volatile boolean isAsking;
    private volatile long asked;
    private volatile int underWay;

    BurstLoad(Contestant contestant, Vertx vertx, String compression) throws IOException {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.client = vertx.createHttpClient();
        this.sink = TraceSink.open(vertx);
        this.build = ServedBuild.start(contestant.build(), options(sink, compression));
        this.page = new RequestOptions().setHost(LoopbackPort.HOST).setPort(build.port()).setURI("/burst/" + BURST);
    }

    @Override
    public void awaitReady() throws InterruptedException {
        new HealthPage(build).awaitReady();
    }

    /**
     * Has spans exported for a while, then waits until all have arrived.
     *
     * @throws IllegalStateException if one did not, or twice
     */
    @Override
    public Round round(Duration duration) throws InterruptedException {
        long before = sink.spans();
        context.runOnContext(start -> start());
        awaitSpans(before + WINDOW);
        Round round = build.measure(() -> arrivedWithin(duration));
        isAsking = false;
        while (underWay > 0) {
            Thread.sleep(PAUSE_MILLIS);
        }
        awaitSpans(asked);
        if (sink.spans() != asked) {
            throw new IllegalStateException("every span must arrive once: " + sink.spans() + " did of " + asked);
        }
        return round;
    }

    @Override
    public void close() {
        build.close();
    }

    /** Queues hold more than the load ever leaves undelivered, so that none drops. */
    private static List<String> options(TraceSink sink, String compression) {
        return List.of("-Dquarkus.otel.exporter.otlp.endpoint=" + sink.endpoint(),
                "-Dquarkus.otel.exporter.otlp.protocol=http/protobuf",
                "-Dquarkus.otel.exporter.otlp.compression=" + compression,
                "-Dquarkus.otel.traces.sampler=always_on", "-Dquarkus.otel.bsp.max.queue.size=65536",
                "-Dquarkus.steptrace.export.spool.max-spans=65536", "-Dquarkus.steptrace.console=false",
                // waits that are long enough become spans, which were not asked for
                "-Dquarkus.steptrace.http.dispatch=false", "-Dquarkus.steptrace.detect.waits=false");
    }

    private long arrivedWithin(Duration duration) throws InterruptedException {
        long before = sink.spans();
        Thread.sleep(duration.toMillis());
        return sink.spans() - before;
    }

    private void awaitSpans(long count) throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (sink.spans() < count) {
            if (failure.get() != null) {
                throw new IllegalStateException("every burst must be answered: one was not", failure.get());
            }
            if (System.nanoTime() - giveUp >= 0) {
                throw new IllegalStateException("every span must arrive: " + sink.spans() + " of " + count + " did");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void start() {
        isAsking = true;
        for (int i = 0; i < ASKING; i++) {
            ask();
        }
    }

    /** On the context alone, as all that changes {@code asked} and {@code underWay}. */
    private void ask() {
        if (!isAsking) {
            return;
        }
        if (asked - sink.spans() >= WINDOW) {
            vertx.setTimer(PAUSE_MILLIS, later -> ask());
            return;
        }
        // the request has a span of its own
        asked += BURST + 1;
        underWay++;
        client.request(page).compose(HttpClientRequest::send).compose(response -> response.end()).onComplete(answer -> {
            underWay--;
            if (answer.failed()) {
                failure.set(answer.cause());
            } else {
                ask();
            }
        });
    }
}
