package io.steptrace.waits.io;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.Step;

/** Reads what the slow server says. */
@ApplicationScoped
public class Wire {

    private final SlowServer server;

    Wire(SlowServer server) {
        this.server = server;
    }

    /** Returns the port it has read from. */
    @Step("read_wire")
    public int read() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getInputStream().read();
            return socket.getPort();
        }
    }
}
