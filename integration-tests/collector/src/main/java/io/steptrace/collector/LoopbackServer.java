package io.steptrace.collector;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.steptrace.loopback.LoopbackPort;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/** A server on 127.0.0.1 that can die and come back on the same port. Safe for any thread. */
public abstract class LoopbackServer implements AutoCloseable {

    private static final String HOST = LoopbackPort.HOST;
    private static final long PATIENCE_SECONDS = 20;

    private final Vertx vertx = newVertx();
    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connectionsSoFar = new AtomicInteger();
    private final HttpServerOptions options;
    /** Null if somebody else has chosen the port. */
    private final LoopbackPort ownPort;
    private final int port;
    private HttpServer server;

    /** @param port zero for any free one */
    protected LoopbackServer(int port, HttpServerOptions options) {
        this.ownPort = port == 0 ? LoopbackPort.any() : null;
        this.port = port == 0 ? ownPort.number() : port;
        this.options = options;
    }

    /** Answers one request, or does not; called on the event loop. */
    protected abstract void serve(HttpServerRequest request);

    protected final Vertx vertx() {
        return vertx;
    }

    /** Listens, on the port of the last time if there was one; nothing happens if it already does. */
    public final synchronized void start() {
        if (server == null) {
            HttpServer starting = vertx.createHttpServer(options)
                    .connectionHandler(this::opened)
                    .requestHandler(this::serve);
            await(starting.listen(port, HOST));
            server = starting;
        }
    }

    /** Closes every connection and the port: from now on connections are refused. */
    public final synchronized void stop() {
        if (server != null) {
            end();
            awaitRefusal();
        }
    }

    private void end() {
        // before HTTP/2 says goodbye and waits half a minute for calls that will never be answered
        connections.forEach(LoopbackServer::sever);
        await(server.close());
        server = null;
        // those opened while the port was being closed
        connections.forEach(LoopbackServer::sever);
    }

    /** The socket of a closed channel goes with the next selection of its event loop, and takes connections until then. */
    private void awaitRefusal() {
        Awaitility.await("refused connections").atMost(Duration.ofSeconds(PATIENCE_SECONDS)).pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1)).ignoreExceptionsInstanceOf(IOException.class).until(this::refuses);
    }

    private boolean refuses() throws IOException {
        try (Socket connected = new Socket(HOST, port)) {
            return false;
        } catch (ConnectException refused) {
            return true;
        }
    }

    /** Drops every connection and listens again on the same port. */
    public final synchronized void restart() {
        stop();
        start();
    }

    /** Stops for good. */
    @Override
    public final synchronized void close() {
        if (server != null) {
            end();
        }
        await(vertx.close());
        if (ownPort != null) {
            ownPort.close();
        }
    }

    public final int port() {
        return port;
    }

    /** The base URL, without a slash at its end. */
    public final String url() {
        return (options.isSsl() ? "https://" : "http://") + HOST + ":" + port;
    }

    /** How many connections there have been so far, the open ones among them. */
    public final int connectionsSoFar() {
        return connectionsSoFar.get();
    }

    public final int openConnections() {
        return connections.size();
    }

    /** Ends the connection with a TCP RST, and without a word of TLS. */
    public static void reset(HttpConnection connection) {
        Channel channel = ((ConnectionBase) connection).channel();
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        sever(connection);
    }

    /** Ends the connection as the death of a process does: without a word of TLS or HTTP/2. */
    private static void sever(HttpConnection connection) {
        Channel channel = ((ConnectionBase) connection).channel();
        channel.eventLoop().execute(() -> channel.unsafe().close(channel.unsafe().voidPromise()));
    }

    private void opened(HttpConnection connection) {
        connections.add(connection);
        connectionsSoFar.incrementAndGet();
        connection.closeHandler(closed -> connections.remove(connection));
    }

    /** One with a single event loop, which ends with the process. */
    public static Vertx newVertx() {
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setUseDaemonThread(true)
                .setFileSystemOptions(
                        new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false)));
    }

    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
