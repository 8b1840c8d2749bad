package io.steptrace.runtime.internal.export.otlp;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;

import com.google.rpc.Status;

import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.otlp.connection.HttpAnswer;
import io.vertx.core.MultiMap;

/** Answers of collectors and of what is in between, and what a protocol makes of them. */
final class Answers {

    static final Redaction READABLE = new Redaction(List.of("Bearer s3cret-token"));

    private Answers() {
    }

    static HttpAnswer text(int status, String words) {
        return new HttpAnswer(status, headers(Map.of("content-type", "text/plain; charset=utf-8")), headers(Map.of()),
                words.getBytes());
    }

    static HttpAnswer protobuf(int status, String words) {
        return new HttpAnswer(status, headers(Map.of("content-type", "application/x-protobuf")), headers(Map.of()),
                Status.newBuilder().setMessage(words).build().toByteArray());
    }

    static HttpAnswer grpc(Map<String, String> trailers) {
        return new HttpAnswer(200, headers(Map.of("content-type", "application/grpc")), headers(trailers), new byte[0]);
    }

    static HttpAnswer http(int status) {
        return new HttpAnswer(status, headers(Map.of()), headers(Map.of()), new byte[0]);
    }

    static HttpAnswer page(int status, String html) {
        return new HttpAnswer(status, headers(Map.of("content-type", "text/html", "server", "nginx/1.22.1")), headers(Map.of()),
                html.getBytes());
    }

    static ExportFailure failure(OtlpProtocol protocol, HttpAnswer received) {
        return catchThrowableOfType(ExportFailure.class, () -> protocol.read(received));
    }

    static MultiMap headers(Map<String, String> headers) {
        return MultiMap.caseInsensitiveMultiMap().addAll(headers);
    }
}
