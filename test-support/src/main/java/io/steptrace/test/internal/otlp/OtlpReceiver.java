package io.steptrace.test.internal.otlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.sdk.trace.data.SpanData;

/** An HTTP server on this machine that takes spans over OTLP, and nothing else. */
public final class OtlpReceiver implements AutoCloseable {

    private static final int OK = 200;
    private static final int UNSUPPORTED = 415;
    private static final int NO_BODY = -1;

    private final HttpServer server;
    private final Consumer<Collection<SpanData>> spans;

    private OtlpReceiver(HttpServer server, Consumer<Collection<SpanData>> spans) {
        this.server = server;
        this.spans = spans;
    }

    /** Listens on a free port. */
    public static OtlpReceiver listening(Consumer<Collection<SpanData>> spans) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            OtlpReceiver receiver = new OtlpReceiver(server, spans);
            server.createContext("/v1/traces", receiver::take);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<SpanData> received;
            try (InputStream body = decoded(exchange)) {
                received = ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().stream()
                        .flatMap(resource -> resource.getScopeSpansList().stream())
                        .flatMap(scope -> scope.getSpansList().stream()).map(ExportedSpan::decoded).toList();
            } catch (IOException e) {
                exchange.sendResponseHeaders(UNSUPPORTED, NO_BODY);
                return;
            }
            spans.accept(received);
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(OK, NO_BODY);
        }
    }

    private static InputStream decoded(HttpExchange exchange) throws IOException {
        String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
        return "gzip".equalsIgnoreCase(encoding) ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
