package io.steptrace.runtime.internal.export.otlp;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.steptrace.runtime.internal.export.Answer;
import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.ExportFailure;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;

/** OTLP/HTTP with binary protobuf; OTLP specification, "OTLP/HTTP". */
final class HttpProtobuf implements OtlpProtocol {

    private static final String TRACES_PATH = "/v1/traces";
    private static final String PROTOBUF = "application/x-protobuf";

    /** OTLP specification, "Retryable Response Codes". */
    private static final Set<Integer> RETRYABLE = Set.of(429, 502, 503, 504);

    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;

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
        return Buffer.buffer(batch.body());
    }

    @Override
    public Answer read(Received received) throws ExportFailure {
        int status = received.status();
        if (status / 100 == 2) {
            return accepted(received);
        }
        String message = message(received);
        if (RETRYABLE.contains(status)) {
            throw ExportFailure.transientOne(String.valueOf(status),
                    RetryAfter.parse(received.headers().get("Retry-After"), Instant.now()), message);
        }
        boolean isTooLarge = status == TOO_LARGE || status == BAD_REQUEST && SizeWords.areIn(message);
        throw isTooLarge ? ExportFailure.tooLarge(String.valueOf(status), message)
                : ExportFailure.permanent(String.valueOf(status), message);
    }

    /** The status says that the batch was accepted, whatever the body looks like. */
    private Answer accepted(Received received) {
        String type = received.headers().get(HttpHeaders.CONTENT_TYPE);
        if (received.body() == null) {
            return new Answer(0, "an endless answer");
        } else if (received.body().length == 0 || type != null && type.startsWith("application/json")) {
            return Answer.ACCEPTED;
        } else if (type != null && !type.startsWith(PROTOBUF)) {
            return new Answer(0, readable.apply("an answer of type " + type + ", which is not that of a collector"));
        }
        return CollectorWords.partialSuccess(received.body(), readable);
    }

    private String message(Received received) {
        String words = readable.apply(words(received));
        return "HTTP status " + received.status() + (words == null ? "" : ": " + words);
    }

    /** What an answer says in protobuf, or in text as the decompressor of the OpenTelemetry Collector does; else null. */
    private static String words(Received received) {
        String type = received.headers().get(HttpHeaders.CONTENT_TYPE);
        if (received.body() == null || type == null) {
            return null;
        } else if (type.startsWith(PROTOBUF)) {
            return CollectorWords.status(received.body()).message();
        }
        return type.startsWith("text/plain") ? new String(received.body(), StandardCharsets.UTF_8) : null;
    }
}
