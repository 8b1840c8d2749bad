package io.steptrace.benchmarks.served;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.steptrace.loopback.LoopbackPort;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.RequestOptions;

/**
 * Load by a fixed number of readers, each with one connection, who wait for their answer before they ask again.
 * <p>
 * One event loop drives all of them, which leaves the most of a small machine to the server.
 */
public final class ClosedLoop implements AutoCloseable {

    public static final int CONNECTIONS = 8;
    /** As fast as the server answers. */
    public static final int UNLIMITED = 0;

    /** What an answer may take beyond the end of a round; a server that hangs is not waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    /** The one of all connections: an answer is read where it arrives, without a hop on which its end could be missed. */
    private final Context context = vertx.getOrCreateContext();
    private final HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));

    private final long periodNanos;

    /** @param perSecond how many requests all readers together make at most, or {@link #UNLIMITED} */
    public ClosedLoop(int perSecond) {
        this.periodNanos = perSecond == UNLIMITED ? 0 : TimeUnit.SECONDS.toNanos(CONNECTIONS) / perSecond;
    }

    /** Waits until the application answers. */
    public void awaitAnswer(ServedBuild build, Visits visits) throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        long answers = 0;
        while (answers == 0) {
            build.requireAlive();
            try {
                answers = read(build, visits, 1, PAUSE);
            } catch (IllegalStateException e) {
                if (System.nanoTime() - giveUp >= 0) {
                    throw e;
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    /**
     * Loads the application for a while and then waits for the last answers.
     *
     * @throws IllegalStateException if there was none, or the visits refused it
     */
    public Round round(ServedBuild build, Visits visits, Duration duration) throws InterruptedException {
        return build.measure(() -> read(build, visits, CONNECTIONS, duration));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private long read(ServedBuild build, Visits visits, int readers, Duration duration) throws InterruptedException {
        RequestOptions server = new RequestOptions().setHost(LoopbackPort.HOST).setPort(build.port());
        long endNanos = System.nanoTime() + duration.toNanos();
        CompletableFuture<Long> answers = new CompletableFuture<>();
        context.runOnContext(start -> {
            List<Future<Long>> reading = Stream
                    .generate(() -> new Reader(vertx, client, server, visits, endNanos, periodNanos).read())
                    .limit(readers)
                    .toList();
            Future.all(reading).map(all -> reading.stream().mapToLong(Future::result).sum())
                    .onSuccess(answers::complete).onFailure(answers::completeExceptionally);
        });
        try {
            return answers.get(duration.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("every request must be answered: one was not", e);
        }
    }
}
