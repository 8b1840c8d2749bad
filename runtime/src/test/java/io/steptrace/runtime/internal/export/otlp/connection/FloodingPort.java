package io.steptrace.runtime.internal.export.otlp.connection;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A port on loopback that meets each connection with a flood, until it is closed at the other end. */
final class FloodingPort implements AutoCloseable {

    /** What no connection would take if there were no bound, and no test would end. */
    private static final long ENOUGH_BYTES = 200L << 20;

    private final Flood flood;
    private final ServerSocket server;
    private final BlockingQueue<Long> sent = new LinkedBlockingQueue<>();

    FloodingPort(Flood flood) throws IOException {
        this.flood = flood;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "flooding-port");
        thread.setDaemon(true);
        thread.start();
    }

    int number() {
        return server.getLocalPort();
    }

    /** How many bytes one of the connections has taken that were flooded and closed. */
    long awaitClosed() throws InterruptedException {
        Long bytes = sent.poll(15, TimeUnit.SECONDS);
        if (bytes == null) {
            throw new IllegalStateException("no connection was closed");
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                meet(connection);
            } catch (IOException e) {
                // the next one, if there is any
            }
        }
    }

    private void meet(Socket connection) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(flood.greeting());
        if (!flood.hasRequest(new DataInputStream(connection.getInputStream()))) {
            return;
        }
        out.write(flood.answer());
        byte[] burst = flood.burst();
        long bytes = 0;
        try {
            while (bytes < ENOUGH_BYTES) {
                out.write(burst);
                bytes += burst.length;
            }
        } catch (IOException closed) {
            sent.add(bytes);
        }
    }
}
