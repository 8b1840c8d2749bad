package io.steptrace.collector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import javax.net.SocketFactory;

/**
 * One request on a socket, written and read by one thread. A reset is said once, to whoever meets it first: of the threads with
 * which the JDK's HTTP client writes and reads, the one that comes second may take it for an orderly end.
 */
record ExportSocket(SocketFactory sockets, Collector collector) {

    static ExportSocket to(Collector collector) {
        return new ExportSocket(SocketFactory.getDefault(), collector);
    }

    /** All that the collector says until it closes the connection. */
    String send(byte[] body) throws IOException {
        try (Socket socket = sockets.createSocket("127.0.0.1", collector.port())) {
            socket.getOutputStream().write(request(body));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** Head and body in one, so that nothing is left to write when the collector resets the connection. */
    private static byte[] request(byte[] body) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(
                ("POST /v1/traces HTTP/1.1\r\nHost: collector\r\nContent-Type: application/x-protobuf\r\nContent-Length: "
                        + body.length + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }
}
