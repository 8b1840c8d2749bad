package io.steptrace.benchmarks.served;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The network inside this machine. */
public final class Loopback {

    /** An address and not a name, so that there are no two families to choose from. */
    public static final String HOST = "127.0.0.1";

    private Loopback() {
    }

    /** A port on which nothing listens at the moment. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }
}
