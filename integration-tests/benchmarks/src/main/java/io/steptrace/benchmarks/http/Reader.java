package io.steptrace.benchmarks.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/** Somebody who opens the same page again as soon as it has arrived. Confined to one event loop. */
final class Reader {

    private final HttpClient client;
    private final RequestOptions page;
    private final long endNanos;
    private final Promise<Long> finished = Promise.promise();
    private long answers;

    /** @param endNanos of {@link System#nanoTime()}; no request begins after it */
    Reader(HttpClient client, RequestOptions page, long endNanos) {
        this.client = client;
        this.page = page;
        this.endNanos = endNanos;
    }

    /** Reads until the end; the number of answers, or the first that was not 200. */
    Future<Long> read() {
        next();
        return finished.future();
    }

    private void next() {
        if (System.nanoTime() - endNanos >= 0) {
            finished.complete(answers);
            return;
        }
        client.request(page).compose(HttpClientRequest::send).compose(Reader::readToItsEnd).onComplete(answer -> {
            if (answer.failed()) {
                finished.fail(answer.cause());
            } else {
                answers++;
                next();
            }
        });
    }

    private static Future<Void> readToItsEnd(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return Future.failedFuture(new IllegalStateException(
                    "only answers with status 200 count: " + response.request().getURI() + " gave " + response.statusCode()));
        }
        return response.end();
    }
}
