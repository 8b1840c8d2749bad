package io.steptrace.benchmarks.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;

/**
 * Load by requests that begin when their time has come, whether or not those before were answered.
 * <p>
 * Latencies count from that time: a server that stands still is charged for every request it kept from beginning.
 */
public final class OpenLoop implements AutoCloseable {

    public static final int REQUESTS_PER_SECOND = 20;
    /** Made by the application for each request, the request's own span included. */
    public static final int SPANS_PER_REQUEST = 10;

    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1) / REQUESTS_PER_SECOND;
    private static final long TICK_MILLIS = 1;
    /** Enough for every request that can be under way: none of them waits for a connection. */
    private static final int CONNECTIONS = (int) (REQUESTS_PER_SECOND * SpansPage.PATIENCE.toSeconds());

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setUseDaemonThread(true));
    /** The one of all requests: the fields below it are confined to it. */
    private final Context context = vertx.getOrCreateContext();
    private final HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));
    private final SpansPage page;
    private volatile Latencies latencies = new Latencies();

    private final List<Future<Void>> underWay = new ArrayList<>();
    private long dueNanos;
    private long timer;

    /** @param sent gets the ids of all spans */
    OpenLoop(int port, Sent sent) {
        this.page = new SpansPage(port, SPANS_PER_REQUEST - 1, 0, sent);
    }

    public void start() {
        context.runOnContext(start -> {
            dueNanos = System.nanoTime();
            timer = vertx.setPeriodic(TICK_MILLIS, tick -> beginAllDue());
        });
    }

    /** Where the latencies of requests go that begin from now on. */
    public void recordInto(Latencies next) {
        latencies = next;
    }

    /** Begins no more requests, and waits for the answers to those under way. */
    public void stop() throws InterruptedException, TimeoutException {
        Promise<Void> answered = Promise.promise();
        context.runOnContext(stop -> {
            vertx.cancelTimer(timer);
            Future.join(underWay).onComplete(all -> answered.complete());
        });
        try {
            answered.future().toCompletionStage().toCompletableFuture().get(2 * SpansPage.PATIENCE.toSeconds(),
                    TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a promise that never fails has failed", e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void beginAllDue() {
        underWay.removeIf(Future::isComplete);
        for (; System.nanoTime() - dueNanos >= 0; dueNanos += INTERVAL_NANOS) {
            underWay.add(request(dueNanos, latencies));
        }
    }

    private Future<Void> request(long intendedNanos, Latencies record) {
        return page.visit(client).onComplete(answer -> record.add(System.nanoTime() - intendedNanos));
    }
}
