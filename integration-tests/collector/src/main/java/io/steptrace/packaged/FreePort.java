package io.steptrace.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** A port that was free a moment ago, for an application that calls itself and has to know its port before it listens. */
public final class FreePort {

    private FreePort() {
    }

    public static int found() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
