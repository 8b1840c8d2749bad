package io.steptrace.collector.path;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.steptrace.collector.LoopbackServer;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;

/**
 * Forwards connections to a server on 127.0.0.1, bytes as they are, until it goes silent as a firewall does that has
 * forgotten them: they stay open, and nothing comes through any more. Safe for any thread.
 */
public final class Forwarder implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final Vertx vertx = LoopbackServer.newVertx();
    private final NetClient onward = vertx.createNetClient();
    private final Set<NetSocket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();
    private final LoopbackServer server;
    private final int port;

    private volatile boolean isSilentToNewOnes;

    private Forwarder(LoopbackServer server) {
        this.server = server;
        NetServer listening = vertx.createNetServer().connectHandler(this::connected);
        this.port = LoopbackServer.await(listening.listen(0, HOST)).actualPort();
    }

    /** Listens on a free port. */
    public static Forwarder to(LoopbackServer server) {
        return new Forwarder(server);
    }

    /** The base URL of the server, but for the port. */
    public String url() {
        return server.url().replace(":" + server.port(), ":" + port);
    }

    /** How many connections it has accepted so far. */
    public int opened() {
        return opened.get();
    }

    /** From now on the connections that are open are silent, and new ones are not. */
    public void silenceThoseOpen() {
        isSilentToNewOnes = false;
        sockets.forEach(NetSocket::pause);
    }

    /** From now on all connections are silent, new ones as well. */
    public void silenceAll() {
        silenceThoseOpen();
        isSilentToNewOnes = true;
    }

    @Override
    public void close() {
        LoopbackServer.await(vertx.close());
    }

    private void connected(NetSocket here) {
        // paused until there is somewhere to forward to
        keep(here.pause());
        if (!isSilentToNewOnes) {
            onward.connect(server.port(), HOST).onFailure(refused -> here.close()).onSuccess(there -> {
                keep(there);
                here.pipeTo(there);
                there.pipeTo(here);
            });
        }
        opened.incrementAndGet();
    }

    private void keep(NetSocket socket) {
        sockets.add(socket);
        socket.closeHandler(closed -> sockets.remove(socket));
    }
}
