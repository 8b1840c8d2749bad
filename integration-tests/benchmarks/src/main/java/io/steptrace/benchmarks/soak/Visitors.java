package io.steptrace.benchmarks.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.steptrace.loopback.LoopbackPort;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/** Load by visitors of every {@link Errand}, each as often as it is due. */
final class Visitors implements AutoCloseable {

    private static final String ROOT = "Root-Span-Id";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BIT_BY_BIT = Duration.ofMillis(20);
    private static final int CONNECTIONS = 100;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setUseDaemonThread(true));
    /** The one of all visits: the fields below it are confined to it. */
    private final Context context = vertx.getOrCreateContext();
    private final HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));
    private final int port;
    private final Duration bitByBit;

    private final List<Long> timers = new ArrayList<>();
    private final List<Future<Void>> underWay = new ArrayList<>();
    private final Set<String> rootsToBeKept = new HashSet<>();
    private long begun;
    private long unanswered;

    Visitors(int port) {
        this(port, BIT_BY_BIT);
    }

    /** @param bitByBit how long the slow ones rest between two bits of an answer */
    Visitors(int port, Duration bitByBit) {
        this.port = port;
        this.bitByBit = bitByBit;
    }

    void start() {
        context.runOnContext(start -> {
            for (Errand errand : Errand.values()) {
                timers.add(vertx.setPeriodic(errand.period().toMillis(), due -> visit(errand)));
            }
        });
    }

    /**
     * Begins no more visits, and waits for the end of those under way.
     *
     * @return what there was of them
     */
    Visited stop() {
        Promise<Visited> stopped = Promise.promise();
        context.runOnContext(stop -> {
            timers.forEach(vertx::cancelTimer);
            Future.join(underWay).onComplete(
                    all -> stopped.complete(new Visited(begun, unanswered, Set.copyOf(rootsToBeKept))));
        });
        return stopped.future().toCompletionStage().toCompletableFuture()
                .orTimeout(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void visit(Errand errand) {
        begun++;
        underWay.removeIf(Future::isComplete);
        underWay.add(client.request(new RequestOptions().setHost(LoopbackPort.HOST).setPort(port).setURI(errand.page()))
                .compose(HttpClientRequest::send).onFailure(failure -> unanswered++)
                .compose(response -> take(response, errand)).otherwiseEmpty());
    }

    private Future<Void> take(HttpClientResponse response, Errand errand) {
        if (errand.isKept()) {
            rootsToBeKept.add(response.getHeader(ROOT));
        }
        return switch (errand.manner()) {
            case READS -> response.body().mapEmpty();
            case READS_SLOWLY -> readSlowly(response);
            case LEAVES -> response.request().connection().close();
        };
    }

    private Future<Void> readSlowly(HttpClientResponse response) {
        response.pause();
        // read and forgotten
        response.handler(bit -> {
        });
        long timer = vertx.setPeriodic(bitByBit.toMillis(), next -> response.fetch(1));
        return response.end().onComplete(end -> vertx.cancelTimer(timer));
    }
}
