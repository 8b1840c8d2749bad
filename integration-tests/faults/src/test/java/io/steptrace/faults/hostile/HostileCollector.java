package io.steptrace.faults.hostile;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * A collector on loopback that is UNAVAILABLE over gRPC, and sends PING frames besides: few of them, or as many as the
 * connection takes. Safe for any thread.
 */
public class HostileCollector implements QuarkusTestResourceLifecycleManager {

    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);
    private static final int BURST_BYTES = 16 * 1024;

    /** What no test would wait for. */
    private static final long ENOUGH_BYTES = 500L << 20;

    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean isFlooding;
    private ServerSocket server;

    @Override
    public Map<String, String> start() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        run(this::accept);
        return Map.of("quarkus.otel.exporter.otlp.protocol", "grpc",
                "quarkus.otel.exporter.otlp.endpoint", "http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == HostileCollector.class);
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on. */
    void floods() {
        isFlooding = true;
    }

    /** Connections that the application has not closed, nor is it known that it has. */
    int openConnections() {
        return open.get();
    }

    int requests() {
        return requests.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                open.incrementAndGet();
                run(() -> serve(connection));
            } catch (IOException e) {
                // the test is over
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            DataInputStream in = new DataInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            out.write(frame(SETTINGS, 0, 0, new byte[0]));
            in.readNBytes(PREFACE.length);
            for (int first = in.read(); first >= 0; first = in.read()) {
                int length = first << 16 | in.readUnsignedShort();
                int type = in.readUnsignedByte();
                in.readUnsignedByte();
                int stream = in.readInt();
                in.readNBytes(length);
                if (type == HEADERS) {
                    requests.incrementAndGet();
                    refuse(out, stream);
                }
            }
        } catch (IOException e) {
            // closed by the application
        } finally {
            open.decrementAndGet();
        }
    }

    private void refuse(OutputStream out, int stream) throws IOException {
        byte[] ping = frame(PING, 0, 0, new byte[8]);
        byte[] block = block("grpc-status", "14");
        out.write(frame(HEADERS, 5, stream, block));
        out.write(ping);
        for (long bytes = 0; isFlooding && bytes < ENOUGH_BYTES; bytes += BURST_BYTES) {
            for (int i = 0; i < BURST_BYTES / ping.length; i++) {
                out.write(ping);
            }
        }
    }

    /** A status of 200, which is in the static table of HPACK, and two literals. */
    private static byte[] block(String name, String value) {
        byte[] type = literal("content-type", "application/grpc");
        byte[] status = literal(name, value);
        byte[] block = new byte[1 + type.length + status.length];
        block[0] = (byte) 0x88;
        System.arraycopy(type, 0, block, 1, type.length);
        System.arraycopy(status, 0, block, 1 + type.length, status.length);
        return block;
    }

    private static byte[] literal(String name, String value) {
        return ("\0" + (char) name.length() + name + (char) value.length() + value).getBytes(US_ASCII);
    }

    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        byte[] frame = new byte[9 + payload.length];
        frame[2] = (byte) payload.length;
        frame[3] = (byte) type;
        frame[4] = (byte) flags;
        frame[7] = (byte) (stream >> 8);
        frame[8] = (byte) stream;
        System.arraycopy(payload, 0, frame, 9, payload.length);
        return frame;
    }

    private static void run(Runnable task) {
        Thread thread = new Thread(task, "hostile-collector");
        thread.setDaemon(true);
        thread.start();
    }
}
