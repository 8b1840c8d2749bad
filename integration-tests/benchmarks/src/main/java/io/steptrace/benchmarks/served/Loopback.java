package io.steptrace.benchmarks.served;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The network inside this machine. */
public final class Loopback {

    /** An address and not a name, so that nobody has to choose between two families. */
    public static final String HOST = "127.0.0.1";

    private Loopback() {
    }

    /** Two different ports that nobody listens on at the moment. */
    public static int[] freePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getByName(HOST));
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return new int[] { one.getLocalPort(), other.getLocalPort() };
        }
    }
}
