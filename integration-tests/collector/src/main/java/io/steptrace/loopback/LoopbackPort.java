package io.steptrace.loopback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A port of 127.0.0.1 that the system gives to nobody who asks for any, whether somebody listens there just now or not. The
 * clients of a server that has stopped call it until it is back: they would reach a stranger. Safe for any thread.
 */
public final class LoopbackPort implements AutoCloseable {

    /** An address and not a name, so that there are no two families to choose from. */
    public static final String HOST = "127.0.0.1";

    /** Elsewhere a port that is bound cannot be listened at by another socket. */
    private static final boolean IS_SHARED = System.getProperty("os.name").equals("Linux");

    private static final Queue<LoopbackPort> KEPT = new ConcurrentLinkedQueue<>();

    /** Bound, and neither connected nor listening: connections are refused. */
    private final Socket bound = new Socket();
    private final int number;

    private LoopbackPort() {
        try {
            // whoever means this port and says the same gets it all the same
            bound.setReuseAddress(true);
            bound.bind(new InetSocketAddress(InetAddress.getByName(HOST), 0));
            number = bound.getLocalPort();
            if (!IS_SHARED) {
                bound.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One on which nothing listens, kept until it is closed. */
    public static LoopbackPort any() {
        return new LoopbackPort();
    }

    /** The number of one that nobody gets by chance as long as this process lives. */
    public static int kept() {
        LoopbackPort port = any();
        KEPT.add(port);
        return port.number;
    }

    public int number() {
        return number;
    }

    /** Anybody may get it from now on. */
    @Override
    public void close() {
        try {
            bound.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
