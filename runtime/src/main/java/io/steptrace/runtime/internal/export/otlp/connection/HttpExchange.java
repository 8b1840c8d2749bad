package io.steptrace.runtime.internal.export.otlp.connection;

import java.util.concurrent.CompletableFuture;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/** One request and its answer, of which it reads no more than the limit that OTLP recommends; can be given up at any time. */
public final class HttpExchange {

    private final CompletableFuture<HttpAnswer> received = new CompletableFuture<>();

    private HttpClientRequest request;
    private boolean isGivenUp;

    private HttpExchange() {
    }

    public static HttpExchange begin(OpenClient client, RequestOptions options, Buffer body) {
        HttpExchange exchange = new HttpExchange();
        client.request(options, request -> exchange.send(request, body))
                .onFailure(exchange.received::completeExceptionally);
        return exchange;
    }

    public CompletableFuture<HttpAnswer> received() {
        return received;
    }

    /** Whether there was a connection, so that something may have been sent. */
    public synchronized boolean hasConnection() {
        return request != null;
    }

    /** Sends nothing any more; what has been sent goes with its connection. */
    public synchronized void giveUp() {
        isGivenUp = true;
    }

    private Future<Void> send(HttpClientRequest connected, Buffer body) {
        synchronized (this) {
            if (isGivenUp) {
                return Future.failedFuture("given up");
            }
            request = connected;
        }
        InboundLimit.of(connected.connection()).renew();
        // without a handler Vert.x would log each connection that breaks as an error
        connected.exceptionHandler(received::completeExceptionally);
        // attached here and not outside: Vert.x 4.5.25 may lose an answer that arrives in between
        return connected.send(body).compose(this::read);
    }

    private Future<Void> read(HttpClientResponse response) {
        Buffer body = Buffer.buffer();
        InboundLimit limit = InboundLimit.of(request.connection());
        response.exceptionHandler(received::completeExceptionally);
        response.handler(chunk -> {
            if (body.length() + chunk.length() <= HttpAnswer.MAX_BODY_BYTES) {
                body.appendBuffer(chunk);
                limit.areOfBody(chunk.length());
            } else {
                received.complete(new HttpAnswer(response.statusCode(), response.headers(), MultiMap.caseInsensitiveMultiMap(),
                        null));
                request.reset();
            }
        });
        response.endHandler(end -> received.complete(
                new HttpAnswer(response.statusCode(), response.headers(), response.trailers(), body.getBytes())));
        return Future.succeededFuture();
    }
}
