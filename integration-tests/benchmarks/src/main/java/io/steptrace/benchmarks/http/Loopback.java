package io.steptrace.benchmarks.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The network inside this machine. */
final class Loopback {

    /** An address and not a name, so that nobody has to choose between two families. */
    static final String HOST = "127.0.0.1";

    private Loopback() {
    }

    /** Two different ports that nobody listens on at the moment. */
    static int[] freePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getByName(HOST));
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return new int[] { one.getLocalPort(), other.getLocalPort() };
        }
    }
}
