package io.steptrace.runtime.internal.export.otlp.connection;

import java.util.function.Consumer;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

/**
 * The way to one collector: an HTTP client with one connection, and the next client with a new one as soon as the present
 * one got no answer, or has certificates that were renewed. Only a client as a whole can be left for good: over HTTP/2
 * a request that is given up leaves its connection in use, and a connection whose peer is silent while it is being made
 * holds the only place in the pool. Thread-safe.
 */
public final class CollectorClient implements AutoCloseable {

    private final Vertx vertx;
    private final ClientOptions options;
    private final Consumer<HttpClientOptions> protocol;

    private OpenClient open;
    private boolean isClosed;

    /** @param protocol adds to the options of a client what the protocol needs */
    public CollectorClient(Vertx vertx, ClientOptions options, Consumer<HttpClientOptions> protocol) {
        this.vertx = vertx;
        this.options = options;
        this.protocol = protocol;
        this.open = newClient();
    }

    /** The client to send the next request on; to be called while there is none on its way. */
    public synchronized OpenClient current() {
        if (options.areOutdated(open.options())) {
            leave(open);
        }
        return open;
    }

    /** Breaks what is on its way on a client; the next request is sent on another. */
    public synchronized void leave(OpenClient left) {
        left.close();
        if (left == open && !isClosed) {
            open = newClient();
        }
    }

    /** Closes the present connection; to be called while there is no request on its way. */
    public synchronized void disconnect() {
        leave(open);
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        open.close();
    }

    private OpenClient newClient() {
        HttpClientOptions made = options.build();
        protocol.accept(made);
        return new OpenClient(vertx, made);
    }
}
