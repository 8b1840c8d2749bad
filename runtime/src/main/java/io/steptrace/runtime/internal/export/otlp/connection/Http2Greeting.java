package io.steptrace.runtime.internal.export.otlp.connection;

import java.util.List;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.SocketAddress;

/**
 * Asks a port on a connection of its own whether it speaks HTTP/2, before the HTTP client does: that one logs an error for
 * each port that does not, and keeps to itself why a TLS connection was closed before the greeting. RFC 9113, section 3.4.
 * Thread-safe.
 */
final class Http2Greeting implements AutoCloseable {

    private static final byte SETTINGS = 4;
    private static final byte GOAWAY = 7;

    /** What a client begins with: a text that makes no sense to other servers, and settings that change nothing. */
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    private static final byte[] NO_SETTINGS = { 0, 0, 0, SETTINGS, 0, 0, 0, 0, 0 };

    private static final byte[] FAREWELL = { 0, 0, 8, GOAWAY, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };

    private final Vertx vertx;
    private final NetClient net;
    private final SocketAddress address;
    private final String serverName;
    private final boolean isTls;
    private final boolean isOfProxy;

    private volatile boolean isHeard;

    /** Asks the port that a client with these options connects to. */
    Http2Greeting(Vertx vertx, HttpClientOptions options) {
        NetClientOptions netOptions = new NetClientOptions(options)
                .setHostnameVerificationAlgorithm(options.isVerifyHost() ? "HTTPS" : "")
                .setApplicationLayerProtocols(List.of("h2", "http/1.1"));
        ProxyOptions proxy = options.getProxyOptions();
        this.isTls = options.isSsl();
        this.serverName = options.isForceSni() ? options.getDefaultHost() : null;
        this.isOfProxy = proxy != null && !isTls;
        if (!isOfProxy) {
            this.address = SocketAddress.inetSocketAddress(options.getDefaultPort(), options.getDefaultHost());
        } else {
            // in clear, the HTTP client speaks to the proxy as it would to the collector
            this.address = SocketAddress.inetSocketAddress(proxy.getPort(), proxy.getHost());
            netOptions.setProxyOptions(null);
        }
        this.vertx = vertx;
        this.net = vertx.createNetClient(netOptions);
    }

    /** Succeeds if the port has given its greeting, now or before. */
    Future<Void> heard() {
        if (isHeard) {
            return Future.succeededFuture();
        }
        Promise<Void> greeting = Promise.promise();
        // on the event loop that the connection is made on, or what comes early would find no handler
        vertx.getOrCreateContext().runOnContext(begun -> Future.<Void> succeededFuture()
                .compose(connecting -> net.connect(address, serverName).compose(this::exchanged))
                .onSuccess(heard -> isHeard = true).onComplete(greeting));
        return greeting.future();
    }

    @Override
    public void close() {
        net.close();
    }

    private Future<Void> exchanged(NetSocket socket) {
        if (isTls && !"h2".equals(socket.applicationLayerProtocol())) {
            socket.close();
            return Future.failedFuture(mistake(PortProtocol.HTTP_1));
        }
        Promise<Void> greeting = Promise.promise();
        Buffer received = Buffer.buffer();
        socket.exceptionHandler(greeting::tryFail);
        socket.closeHandler(closed -> greeting.tryFail("Connection was closed"));
        socket.handler(bytes -> {
            if (greeting.future().isComplete()) {
                // it may go on until it has read the farewell
                return;
            }
            received.appendBuffer(bytes);
            if (received.length() >= PortProtocol.BYTES) {
                judge(PortProtocol.of(received.getByteBuf()), greeting);
                socket.end(Buffer.buffer(FAREWELL));
            }
        });
        socket.write(Buffer.buffer(PREFACE).appendBytes(NO_SETTINGS));
        return greeting.future();
    }

    private void judge(PortProtocol spoken, Promise<Void> greeting) {
        if (spoken == PortProtocol.HTTP_2) {
            greeting.tryComplete();
        } else {
            greeting.tryFail(mistake(spoken));
        }
    }

    private LikelyMistake mistake(PortProtocol spoken) {
        return isOfProxy ? LikelyMistake.proxyForHttp1() : LikelyMistake.speaks(spoken);
    }
}
