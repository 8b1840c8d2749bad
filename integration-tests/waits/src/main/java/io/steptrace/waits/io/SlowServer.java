package io.steptrace.waits.io;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

/** Says one byte to each who connects, after a while, one after the other. Its thread works for no request. */
@Singleton
class SlowServer {

    private static final Logger LOG = Logger.getLogger(SlowServer.class);
    private static final long PAUSE_MS = 60;

    private final ServerSocket socket;

    SlowServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "slow-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    @PreDestroy
    void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                Thread.sleep(PAUSE_MS);
                client.getOutputStream().write(1);
            } catch (IOException e) {
                LOG.debug("a client less", e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
