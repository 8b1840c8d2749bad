package io.steptrace.benchmarks.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.steptrace.benchmarks.served.Loopback;
import io.steptrace.benchmarks.served.MachineLoad;
import io.steptrace.benchmarks.served.Round;
import io.steptrace.benchmarks.served.ServedBuild;
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
final class ClosedLoop implements AutoCloseable {

    static final int CONNECTIONS = 8;
    static final String PAGE = "/posts";

    /** What an answer may take beyond the end of a round; nobody waits for a server that hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    /** The one of all connections: an answer is read where it arrives, without a hop on which its end could be missed. */
    private final Context context = vertx.getOrCreateContext();
    private final HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));

    /** Waits until the blog answers with its page. */
    void awaitAnswer(ServedBuild blog) throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        long answers = 0;
        while (answers == 0) {
            blog.requireAlive();
            try {
                answers = read(blog, 1, PAUSE);
            } catch (IllegalStateException e) {
                if (System.nanoTime() - giveUp >= 0) {
                    throw e;
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    /**
     * Loads the blog for a while and then waits for the last answers.
     *
     * @throws IllegalStateException if an answer failed, or was not 200
     */
    Round round(ServedBuild blog, Duration duration) throws InterruptedException {
        blog.requireAlive();
        MachineLoad machine = new MachineLoad();
        Duration cpuBefore = blog.cpu();
        long begin = System.nanoTime();
        long answers = read(blog, CONNECTIONS, duration);
        long elapsedNanos = System.nanoTime() - begin;
        long cpuNanos = blog.cpu().minus(cpuBefore).toNanos();
        return new Round(answers, elapsedNanos, cpuNanos, machine.coresOfOthers(elapsedNanos, cpuNanos));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private long read(ServedBuild blog, int readers, Duration duration) throws InterruptedException {
        RequestOptions page = new RequestOptions().setHost(Loopback.HOST).setPort(blog.port()).setURI(PAGE);
        long endNanos = System.nanoTime() + duration.toNanos();
        CompletableFuture<Long> answers = new CompletableFuture<>();
        context.runOnContext(start -> {
            List<Future<Long>> reading = Stream.generate(() -> new Reader(client, page, endNanos).read()).limit(readers)
                    .toList();
            Future.all(reading).map(all -> reading.stream().mapToLong(Future::result).sum())
                    .onSuccess(answers::complete).onFailure(answers::completeExceptionally);
        });
        try {
            return answers.get(duration.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("every request must be answered: " + PAGE + " was not", e);
        }
    }
}
