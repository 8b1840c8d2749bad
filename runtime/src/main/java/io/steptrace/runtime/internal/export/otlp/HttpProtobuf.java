package io.steptrace.runtime.internal.export.otlp;

import java.net.URI;
import java.util.function.UnaryOperator;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.PartialSuccess;
import io.steptrace.runtime.internal.export.otlp.connection.HttpAnswer;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;

/** OTLP/HTTP with binary protobuf; OTLP specification, "OTLP/HTTP". */
final class HttpProtobuf implements OtlpProtocol {

    private static final String TRACES_PATH = "/v1/traces";

    static final String PROTOBUF = "application/x-protobuf";

    private final UnaryOperator<String> readable;

    HttpProtobuf(UnaryOperator<String> readable) {
        this.readable = readable;
    }

    @Override
    public void configure(HttpClientOptions options) {
        // the defaults are right
    }

    @Override
    public String path(URI endpoint) {
        String base = endpoint.getRawPath() == null ? "" : endpoint.getRawPath();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + TRACES_PATH;
    }

    @Override
    public void addHeaders(MultiMap headers, Batch batch) {
        headers.set(HttpHeaders.CONTENT_TYPE, PROTOBUF);
        if (batch.gzipped()) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
    }

    @Override
    public Buffer body(Batch batch) {
        return BodyBuffer.of(batch.body());
    }

    @Override
    public PartialSuccess read(HttpAnswer received) throws ExportFailure {
        if (received.status() / 100 == 2) {
            return accepted(received);
        }
        throw HttpRefusal.of(received, readable);
    }

    /** The status says that the batch was accepted, even if the body is no answer of a collector. */
    private PartialSuccess accepted(HttpAnswer received) {
        String type = received.contentType();
        if (received.body() == null) {
            return new PartialSuccess(0, "an endless answer");
        } else if (received.body().length == 0 || type.startsWith("application/json")) {
            return PartialSuccess.ACCEPTED;
        } else if (!type.isEmpty() && !type.startsWith(PROTOBUF)) {
            return new PartialSuccess(0, readable.apply("an answer of type " + type + ", which is not that of a collector"));
        }
        return OtlpResponses.partialSuccess(received.body(), readable);
    }
}
