package io.steptrace.benchmarks.served;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

import io.steptrace.loopback.LoopbackPort;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/**
 * A collector that takes every span over OTLP (http/protobuf), counts it and forgets it, gzip or not. Safe for use by many
 * threads.
 */
public final class TraceSink {

    private static final String PATH = "/v1/traces";
    private static final String GZIP = "gzip";

    private final LongAdder spans = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final Consumer<byte[]> reader;
    private final HttpServer server;

    private TraceSink(Vertx vertx, Consumer<byte[]> reader) {
        this.reader = reader;
        server = vertx.createHttpServer().requestHandler(this::accept);
    }

    /** A sink on a free port; it ends with {@code vertx}. */
    public static TraceSink open(Vertx vertx) {
        return open(vertx, request -> {
            // counted, and no more
        });
    }

    /** Likewise; every request is shown to {@code reader} as well, on the threads of {@code vertx}. */
    public static TraceSink open(Vertx vertx, Consumer<byte[]> reader) {
        TraceSink sink = new TraceSink(vertx, reader);
        sink.server.listen(0, LoopbackPort.HOST).toCompletionStage().toCompletableFuture().join();
        return sink;
    }

    public String endpoint() {
        return "http://" + LoopbackPort.HOST + ":" + server.actualPort();
    }

    public long spans() {
        return spans.sum();
    }

    /** Of all requests, as they came. */
    public long bytes() {
        return bytes.sum();
    }

    private void accept(HttpServerRequest request) {
        if (request.method() != HttpMethod.POST || !request.path().equals(PATH)) {
            request.response().setStatusCode(404).end();
            return;
        }
        request.body().onSuccess(body -> accept(request, body));
    }

    private void accept(HttpServerRequest request, Buffer body) {
        bytes.add(body.length());
        byte[] unpacked = GZIP.equals(request.getHeader("Content-Encoding")) ? unpack(body.getBytes()) : body.getBytes();
        reader.accept(unpacked);
        spans.add(FieldPath.SPANS.count(unpacked));
        // an empty message says that all of them were accepted
        request.response().putHeader("Content-Type", "application/x-protobuf").end();
    }

    private static byte[] unpack(byte[] packed) {
        try (InputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return unpacking.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
