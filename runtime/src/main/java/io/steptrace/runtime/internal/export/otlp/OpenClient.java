package io.steptrace.runtime.internal.export.otlp;

import java.util.function.Function;

import org.jboss.logging.Logger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.RequestOptions;

/** An HTTP client, that is in use; thread-safe. */
final class OpenClient implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger("io.steptrace.export");

    private final HttpClient http;

    OpenClient(Vertx vertx, HttpClientOptions options) {
        this.http = vertx.httpClientBuilder().with(options).withConnectHandler(this::connected).build();
    }

    /**
     * Makes a request.
     *
     * @param send sends it on its connection, on the event loop: elsewhere Vert.x 4.5 may lose an answer that comes early
     */
    Future<Void> request(RequestOptions request, Function<HttpClientRequest, Future<Void>> send) {
        // within, so that a client that has been closed fails the future too
        return Future.succeededFuture().compose(begun -> http.request(request).compose(send));
    }

    /** Closes all connections, those that are being made as well. */
    @Override
    public void close() {
        http.close();
    }

    private void connected(HttpConnection connection) {
        // the request on it fails as well; without a handler Vert.x would log each connection that breaks as an error
        connection.exceptionHandler(broken -> LOG.debug("Connection broken", broken));
    }
}
