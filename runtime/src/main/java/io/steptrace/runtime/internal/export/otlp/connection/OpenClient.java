package io.steptrace.runtime.internal.export.otlp.connection;

import java.util.function.Function;

import io.netty.channel.ChannelPipeline;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.impl.ConnectionBase;

/** An HTTP client, and what has been learnt of its collector; thread-safe. */
public final class OpenClient implements AutoCloseable {

    /** The name that Vert.x gives to what reads HTTP/1.1. */
    private static final String CODEC = "codec";

    private final HttpClientOptions options;
    private final HttpClient http;
    private final Http2Greeting greeting;

    private volatile LikelyMistake mistake;

    OpenClient(Vertx vertx, HttpClientOptions options) {
        this.options = options;
        this.http = vertx.httpClientBuilder().with(options).withConnectHandler(this::connected).build();
        this.greeting = options.getProtocolVersion() == HttpVersion.HTTP_2 ? new Http2Greeting(vertx, options) : null;
    }

    /** What it was made with. */
    HttpClientOptions options() {
        return options;
    }

    /**
     * Makes a request.
     *
     * @param send sends it on its connection, on the event loop: elsewhere Vert.x 4.5 may lose an answer that comes early
     */
    Future<Void> request(RequestOptions request, Function<HttpClientRequest, Future<Void>> send) {
        // of a connection that was closed while there was no request
        mistake = null;
        Future<Void> greeted = greeting == null ? Future.succeededFuture() : greeting.heard();
        // within, so that a client that has been closed fails the future too
        return greeted.compose(heard -> http.request(request).compose(send));
    }

    /** Why a request has failed: what is most likely wrong, if there is a sign of it, else the failure itself. */
    public Throwable reason(Throwable failure) {
        return mistake != null ? mistake : LikelyMistake.behind(failure);
    }

    /** Closes all connections, those that are being made as well. */
    @Override
    public void close() {
        http.close();
        if (greeting != null) {
            greeting.close();
        }
    }

    private void connected(HttpConnection connection) {
        // the request on it fails as well; without a handler Vert.x would log each connection that breaks as an error
        connection.exceptionHandler(broken -> {
            // said there
        });
        if (connection instanceof ConnectionBase internal) {
            ChannelPipeline pipeline = internal.channel().pipeline();
            InboundLimit.addTo(pipeline, () -> mistake = LikelyMistake.endless());
            if (pipeline.get(CODEC) != null) {
                pipeline.addBefore(CODEC, null, new FirstBytes(found -> mistake = found));
                pipeline.addAfter(CODEC, null, new InterimAnswers());
            }
        }
    }
}
