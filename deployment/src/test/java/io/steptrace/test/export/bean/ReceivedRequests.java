package io.steptrace.test.export.bean;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.microprofile.config.ConfigProvider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A collector on this host that counts what it is sent. It is asked over HTTP, as its class loader is not the test's. */
public class ReceivedRequests implements QuarkusTestResourceLifecycleManager {

    static final String ENDPOINT = "quarkus.otel.exporter.otlp.endpoint";

    private static final String TRACES = "/v1/traces";
    private static final String COUNT = "/count/";

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private HttpServer server;

    /** How often a span of this name was sent. */
    static int spansNamed(String name) {
        return ask(name);
    }

    /** How many requests were sent. */
    static int all() {
        return ask("");
    }

    private static int ask(String name) {
        URI endpoint = ConfigProvider.getConfig().getValue(ENDPOINT, URI.class);
        try (var answer = endpoint.resolve(COUNT + name).toURL().openStream()) {
            return Integer.parseInt(new String(answer.readAllBytes(), ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(TRACES, this::receive);
        server.createContext(COUNT, this::count);
        server.start();
        return Map.of("quarkus.otel.exporter.otlp.protocol", "http/protobuf", ENDPOINT,
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** In the encoding of a request the name of a span is as it is. */
    private void count(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(COUNT.length());
        int count = name.isEmpty() ? bodies.size() : bodies.stream().mapToInt(body -> body.split(name, -1).length - 1).sum();
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(String.valueOf(count).getBytes(ISO_8859_1));
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
