package io.steptrace.runtime.internal.export.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.steptrace.runtime.internal.export.ExportFailure;

/** Which refusals a smaller request may avoid. */
class TooLargeTest {

    private final OtlpProtocol http = OtlpProtocol.httpProtobuf(Answers.READABLE);
    private final OtlpProtocol grpc = OtlpProtocol.grpc(Answers.READABLE);

    @Test
    void knowsTheStatusOfHttp() {
        assertTooLarge(Answers.failure(http, Answers.http(413)), "413");
        assertTooLarge(Answers.failure(grpc, Answers.http(413)), "413");
    }

    @Test
    void knowsTheWordsOfTheOpenTelemetryCollector() {
        String words = "http: request body too large";

        assertTooLarge(Answers.failure(http, Answers.protobuf(400, words)), "400");
        assertTooLarge(Answers.failure(http, Answers.text(400, words)), "400");
        assertThat(Answers.failure(http, Answers.protobuf(400, "no such tenant")).isTooLarge()).isFalse();
        assertThat(Answers.failure(http, Answers.protobuf(503, words)).isTooLarge()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "8 | grpc: received message larger than max (5242880 vs. 4194304)",
            "8 | grpc: received message after decompression larger than max (5242880 vs. 4194304)",
            "8 | Received message larger than max (5242880 vs. 4194304)",
            "8 | gRPC message exceeds maximum size 4194304: 5242880",
            "8 | Received message exceeds the maximum configured message size.",
            "11 | Error, decoded message length too large: found 5242880 bytes, the limit is: 4194304 bytes" })
    void knowsTheWordsOfGrpcServers(String status, String words) {
        ExportFailure failure = Answers.failure(grpc, Answers.grpc(Map.of("grpc-status", status, "grpc-message", words)));

        assertTooLarge(failure, status.equals("8") ? "RESOURCE_EXHAUSTED" : "OUT_OF_RANGE");
    }

    @ParameterizedTest
    @ValueSource(strings = { "3", "14" })
    void takesOnlyTheStatusesOfLimitsAtTheirWord(String status) {
        ExportFailure failure = Answers.failure(grpc,
                Answers.grpc(Map.of("grpc-status", status, "grpc-message", "the queue is too large")));

        assertThat(failure.isTooLarge()).isFalse();
    }

    @Test
    void takesWhoAsksForARepetitionAtItsWord() {
        ExportFailure failure = Answers.failure(grpc, Answers.grpc(Map.of("grpc-status", "8", "grpc-message",
                "the queue is too large", "grpc-status-details-bin", RetryInfos.base64(1, 0))));

        assertThat(failure.isTooLarge()).isFalse();
        assertThat(failure.isRetryable()).isTrue();
    }

    private static void assertTooLarge(ExportFailure failure, String errorType) {
        assertThat(failure.isTooLarge()).isTrue();
        assertThat(failure.isRetryable()).isFalse();
        assertThat(failure.isUnreachable()).isFalse();
        assertThat(failure.errorType()).isEqualTo(errorType);
    }
}
