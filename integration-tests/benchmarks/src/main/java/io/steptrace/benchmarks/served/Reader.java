package io.steptrace.benchmarks.served;

import java.util.concurrent.TimeUnit;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/**
 * A reader who opens the next page as soon as the last one has arrived, but no more often than is asked for. Confined to one
 * event loop.
 */
final class Reader {

    private final Vertx vertx;
    private final HttpClient client;
    private final RequestOptions server;
    private final Visits visits;
    private final long endNanos;
    private final long periodNanos;
    private long nextNanos = System.nanoTime();
    private final Promise<Long> finished = Promise.promise();
    private long answers;

    /**
     * @param endNanos of {@link System#nanoTime()}; no request begins after it
     * @param periodNanos from one request to the next at least
     */
    Reader(Vertx vertx, HttpClient client, RequestOptions server, Visits visits, long endNanos, long periodNanos) {
        this.vertx = vertx;
        this.client = client;
        this.server = server;
        this.visits = visits;
        this.endNanos = endNanos;
        this.periodNanos = periodNanos;
    }

    /** Reads until the end; the number of answers, or the first that failed. */
    Future<Long> read() {
        next();
        return finished.future();
    }

    private void next() {
        if (System.nanoTime() - endNanos >= 0) {
            finished.complete(answers);
            return;
        }
        RequestOptions page = new RequestOptions(server).setURI(visits.next());
        client.request(page).compose(HttpClientRequest::send).compose(this::readToItsEnd).onComplete(answer -> {
            if (answer.failed()) {
                finished.fail(answer.cause());
            } else {
                answers++;
                pause();
            }
        });
    }

    private void pause() {
        nextNanos += periodNanos;
        long millis = TimeUnit.NANOSECONDS.toMillis(nextNanos - System.nanoTime());
        if (millis > 0) {
            vertx.setTimer(millis, due -> next());
        } else {
            next();
        }
    }

    private Future<Void> readToItsEnd(HttpClientResponse response) {
        try {
            visits.answered(response);
        } catch (IllegalStateException e) {
            return Future.failedFuture(e);
        }
        return response.end();
    }
}
