package io.steptrace.runtime.internal.export.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.otlp.connection.HttpAnswer;

/** Refusals that end when the configuration is mended, and answers that are not the collector's. */
class MisconfiguredTest {

    private static final String PAGE = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>";

    private final OtlpProtocol http = OtlpProtocol.httpProtobuf(Answers.READABLE);
    private final OtlpProtocol grpc = OtlpProtocol.grpc(Answers.READABLE);

    @ParameterizedTest
    @ValueSource(ints = { 401, 403 })
    void namesTheKeyOfCredentials(int status) {
        assertMisconfigured(Answers.failure(http, Answers.text(status, "unknown tenant")), String.valueOf(status),
                "HTTP status " + status + ": unknown tenant - see quarkus.otel.exporter.otlp.headers");
        assertMisconfigured(Answers.failure(grpc, Answers.http(status)), String.valueOf(status),
                "HTTP status " + status + " - see quarkus.otel.exporter.otlp.headers");
    }

    @ParameterizedTest
    @CsvSource({ "7,PERMISSION_DENIED", "16,UNAUTHENTICATED" })
    void knowsTheStatusesOfGrpc(String code, String name) {
        ExportFailure failure = Answers.failure(grpc, Answers.grpc(Map.of("grpc-status", code, "grpc-message", "no%20token")));

        assertMisconfigured(failure, name, "gRPC status " + name + ": no token - see quarkus.otel.exporter.otlp.headers");
    }

    @Test
    void knowsAProxyThatAsksForCredentials() {
        String message = "HTTP status 407 of the proxy: go away - see quarkus.otel.exporter.otlp.proxy-options.username and password";

        assertMisconfigured(Answers.failure(http, Answers.text(407, "go away")), "407", message);
        assertMisconfigured(Answers.failure(grpc, Answers.text(407, "go away")), "407", message);
    }

    @Test
    void knowsThatAPageIsNoAnswerOfACollector() {
        String message = "HTTP status 502 of a proxy or gateway (nginx/1.22.1): 502 Bad Gateway";

        ExportFailure overHttp = Answers.failure(http, Answers.page(502, PAGE));
        ExportFailure overGrpc = Answers.failure(grpc, Answers.page(502, PAGE));

        assertThat(overHttp).hasMessage(message);
        assertThat(overGrpc).hasMessage(message);
        assertThat(overHttp.isRetryable() && overGrpc.isRetryable()).isTrue();
    }

    @Test
    void takesNoPageForAGrpcServer() {
        assertMisconfigured(Answers.failure(grpc, Answers.page(200, PAGE)), "UNKNOWN",
                "an answer of type 'text/html', which is not that of a gRPC server");
    }

    @ParameterizedTest
    @ValueSource(ints = { 100, 102, 103, 199 })
    void takesNoInterimAnswerForTheFinalOne(int status) throws ExportFailure {
        assertThat(Answers.failure(http, Answers.http(status)).isRetryable()).isTrue();
        assertThat(Answers.failure(grpc, Answers.http(status)).isRetryable()).isTrue();

        HttpAnswer behind = new HttpAnswer(status, Answers.headers(Map.of()), Answers.headers(Map.of("grpc-status", "0")),
                new byte[0]);
        assertThat(grpc.read(behind).rejectedSpans()).isZero();
    }

    private static void assertMisconfigured(ExportFailure failure, String errorType, String message) {
        assertThat(failure).hasMessage(message);
        assertThat(failure.errorType()).isEqualTo(errorType);
        assertThat(failure.mayPassLater()).isTrue();
        assertThat(failure.isRetryable()).isFalse();
        assertThat(failure.isTooLarge() || failure.isUnreachable()).isFalse();
    }
}
