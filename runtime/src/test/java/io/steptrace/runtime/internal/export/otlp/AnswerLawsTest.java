package io.steptrace.runtime.internal.export.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.otlp.connection.HttpAnswer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a collector writes: an answer is judged by its status, and asks for a delay that fits every unit. */
class AnswerLawsTest {

    private static final Set<Integer> RETRYABLE = Set.of(429, 502, 503, 504);
    private static final Set<String> RETRYABLE_GRPC = Set.of("1", "4", "10", "14", "15");

    private final OtlpProtocol http = OtlpProtocol.httpProtobuf(Answers.READABLE);
    private final OtlpProtocol grpc = OtlpProtocol.grpc(Answers.READABLE);

    @Example
    void repeatsUnavailableWhateverItsMessage() {
        ExportFailure failure = Answers.failure(grpc,
                Answers.grpc(Map.of("grpc-status", "14", "grpc-message", "queue 100% full, 5%2 of %zz, caf%C3%A9 %")));

        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure).hasMessage("gRPC status UNAVAILABLE: queue 100% full, 5%2 of %zz, café %");
    }

    @Example
    void boundsTheLongestDelays() {
        assertThat(RetryAfter.parse("9223372036854775807", Instant.now()).toMillis()).isPositive();
        assertThat(RetryAfter.parse("9".repeat(100), Instant.now()).toMillis()).isPositive();
        assertThat(OtlpResponses.status(RetryInfos.status(Long.MAX_VALUE, Integer.MAX_VALUE).toByteArray()).retryDelay()
                .toMillis()).isPositive();
        assertThat(OtlpResponses.status(RetryInfos.status(Long.MIN_VALUE, Integer.MIN_VALUE).toByteArray()).retryDelay())
                .isEqualTo(Duration.ZERO);
    }

    @Property
    void repeatsWhatHttpAllowsToRepeat(@ForAll("answers") HttpAnswer received) {
        ExportFailure failure = Answers.failure(http, received);

        assertThat(failure == null).isEqualTo(received.status() / 100 == 2);
        if (failure != null) {
            assertThat(failure.isRetryable())
                    .isEqualTo(RETRYABLE.contains(received.status()) || received.status() / 100 == 1);
            assertFits(failure.retryAfter());
        }
    }

    @Property
    void repeatsWhatGrpcAllowsToRepeat(@ForAll("answers") HttpAnswer received, @ForAll("codes") String code) {
        received.trailers().set("grpc-status", code);
        HttpAnswer answered = new HttpAnswer(200, received.headers(), received.trailers(), received.body());

        ExportFailure failure = Answers.failure(grpc, answered);

        assertThat(failure == null).isEqualTo(code.equals("0"));
        if (failure != null) {
            assertThat(failure.isRetryable() || !RETRYABLE_GRPC.contains(code)).isTrue();
            assertFits(failure.retryAfter());
        }
    }

    private static void assertFits(Duration delay) {
        if (delay != null) {
            assertThat(delay.toMillis()).isNotNegative();
            assertThat(delay.toNanos()).isNotNegative();
        }
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.oneOf(Arbitraries.integers().between(-1, 20).map(String::valueOf), Arbitraries.strings());
    }

    @Provide
    Arbitrary<HttpAnswer> answers() {
        Arbitrary<String> words = Arbitraries.oneOf(Arbitraries.strings(), Arbitraries.of("100%", "%", "%4", "%zz", "%ff%fe",
                "9223372036854775807", "-1", "Fri, 31 Dec 9999 23:59:59 GMT", "too large"));
        Arbitrary<String> types = Arbitraries.of("application/x-protobuf", "application/grpc", "text/html", "text/plain",
                "application/json", " ");
        return Combinators.combine(Arbitraries.integers().between(100, 599), types, words, words,
                Arbitraries.bytes().array(byte[].class), Arbitraries.longs(), Arbitraries.integers())
                .as((status, type, message, after, body, seconds, nanos) -> {
                    Map<String, String> headers = new HashMap<>(Map.of("Content-Type", type, "Retry-After", after));
                    Map<String, String> trailers = new HashMap<>(Map.of("grpc-message", message, "grpc-status-details-bin",
                            body.length % 2 == 0 ? RetryInfos.base64(seconds, nanos) : after));
                    return new HttpAnswer(status, Answers.headers(headers), Answers.headers(trailers), body);
                });
    }
}
