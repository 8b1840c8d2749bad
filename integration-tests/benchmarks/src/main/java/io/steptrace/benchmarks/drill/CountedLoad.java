package io.steptrace.benchmarks.drill;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;

/** Load by a certain number of requests, some at a time, as fast as they are answered. */
final class CountedLoad implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setUseDaemonThread(true));
    /** The one of all requests: the field below is confined to it. */
    private final Context context = vertx.getOrCreateContext();
    private final HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));
    private int toBegin;

    /** Visits the page so often and waits for the answers, up to a limit; false if it has given up. */
    boolean visit(SpansPage page, int times) throws InterruptedException {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        context.runOnContext(start -> {
            toBegin = times;
            List<Future<Void>> visitors = Stream.generate(() -> visitor(page)).limit(CONNECTIONS).toList();
            Future.all(visitors).onComplete(all -> answered.complete(null));
        });
        try {
            answered.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            context.runOnContext(giveUp -> toBegin = 0);
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a future that never fails has failed", e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Future<Void> visitor(SpansPage page) {
        Promise<Void> finished = Promise.promise();
        next(page, finished);
        return finished.future();
    }

    private void next(SpansPage page, Promise<Void> finished) {
        if (toBegin == 0) {
            finished.complete();
            return;
        }
        toBegin--;
        page.visit(client).onComplete(answer -> next(page, finished));
    }
}
