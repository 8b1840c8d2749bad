package io.steptrace.runtime.internal.export.otlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.CompletableFuture;

/** A port on loopback that gives each connection the same bytes, once something has come on it, and closes it. */
public final class Port implements AutoCloseable {

    private final byte[] bytes;
    private final ServerSocket server;
    private final CompletableFuture<Void> served;

    private Port(byte[] bytes) throws IOException {
        this.bytes = bytes;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        // a thread of its own: the common pool may have one for all ports that are open
        this.served = CompletableFuture.runAsync(this::serve, task -> new Thread(task, "port").start());
    }

    public static Port answering(String text) throws IOException {
        return answering(text.getBytes());
    }

    public static Port answering(byte[] bytes) throws IOException {
        return new Port(bytes);
    }

    public int number() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        served.join();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                connection.getInputStream().read();
                connection.getOutputStream().write(bytes);
                connection.shutdownOutput();
                // what has not been read would turn the end into a reset, which takes the bytes with it
                connection.getInputStream().readAllBytes();
            } catch (IOException e) {
                if (!server.isClosed() && !isGone(e)) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** The client does not have to wait for the end. */
    private static boolean isGone(IOException e) {
        return e instanceof SocketException;
    }
}
