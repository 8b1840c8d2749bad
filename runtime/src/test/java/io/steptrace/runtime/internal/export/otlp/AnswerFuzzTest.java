package io.steptrace.runtime.internal.export.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

import io.netty.buffer.Unpooled;
import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.otlp.connection.HttpAnswer;
import io.steptrace.runtime.internal.export.otlp.connection.PortProtocol;
import io.steptrace.runtime.internal.fuzz.Allocation;
import io.steptrace.runtime.internal.fuzz.Mutations;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What collectors answer: judged by its status whatever else is in it, and neither thrown at us nor believed for its lengths.
 */
class AnswerFuzzTest {

    private static final String SECRET = "s3cret-token";
    private static final Set<Integer> RETRYABLE = Set.of(429, 502, 503, 504);

    /** But for OUT_OF_RANGE, which some servers answer to what is too large. */
    private static final Set<Integer> RETRYABLE_GRPC = Set.of(1, 4, 10, 14, 15);
    private static final Set<Integer> FINAL_GRPC = Set.of(2, 3, 5, 6, 9, 12, 13);

    private static final byte[] PARTIAL_SUCCESS = { 0x0a, 9, 0x08, 3, 0x12, 5, 't', 'o', 'o', '\n', 'x' };

    private final OtlpProtocol http = OtlpProtocol.httpProtobuf(Answers.READABLE);
    private final OtlpProtocol grpc = OtlpProtocol.grpc(Answers.READABLE);

    @Property
    void anHttpAnswerIsJudgedByItsStatus(@ForAll("answers") HttpAnswer received) throws Exception {
        Allocation.bounded(() -> {
            ExportFailure failure = Answers.failure(http, received);

            assertThat(failure == null).isEqualTo(received.status() / 100 == 2);
            if (failure != null) {
                assertThat(failure.isRetryable())
                        .isEqualTo(RETRYABLE.contains(received.status()) || received.status() / 100 == 1);
                assertHarmless(failure);
            }
        });
    }

    @Property
    void aGrpcAnswerIsJudgedByItsStatus(@ForAll("answers") HttpAnswer received, @ForAll("codes") int code) throws Exception {
        received.trailers().set("grpc-status", String.valueOf(code));
        HttpAnswer answered = new HttpAnswer(200, received.headers(), received.trailers(), received.body());
        Allocation.bounded(() -> {
            ExportFailure failure = Answers.failure(grpc, answered);

            assertThat(failure == null).isEqualTo(code == 0);
            if (failure != null) {
                assertThat(failure.isRetryable() || !RETRYABLE_GRPC.contains(code)).isTrue();
                assertThat(failure.mayPassLater() && FINAL_GRPC.contains(code)).isFalse();
                assertHarmless(failure);
            }
        });
    }

    @Property
    void aStatusOfGrpcIsReadWhateverItIs(@ForAll("answers") HttpAnswer received, @ForAll("numbers") String status)
            throws Exception {
        received.trailers().set("grpc-status", status);
        Allocation.bounded(() -> Answers.failure(grpc, received));
    }

    @Property
    void theFirstBytesOfAPortAreKnownOrNot(@ForAll("bodies") byte[] bytes) {
        assertThat(PortProtocol.of(Unpooled.wrappedBuffer(bytes))).isNotNull();
    }

    private static void assertHarmless(ExportFailure failure) {
        assertThat(failure.getMessage()).doesNotContain(SECRET).doesNotContain("\n", "\r").hasSizeLessThan(2_000);
        if (failure.retryAfter() != null) {
            assertThat(failure.retryAfter().toNanos()).isNotNegative();
        }
    }

    @Provide
    Arbitrary<Integer> codes() {
        return Arbitraries.integers().between(0, 20);
    }

    @Provide
    Arbitrary<String> numbers() {
        return Mutations.ofTexts("0", "14", " 8 ", "-1", "2147483648");
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        return Mutations.of(List.of(PARTIAL_SUCCESS, grpcMessage(0, PARTIAL_SUCCESS), grpcMessage(1, gzipped(PARTIAL_SUCCESS)),
                grpcMessage(1, gzipped(new byte[16 << 20])), RetryInfos.status(3, 5).toByteArray(),
                ("<html><title>502 Bad Gateway " + SECRET + "</title>").getBytes(StandardCharsets.UTF_8),
                ("message larger than max, Bearer " + SECRET + "\nmore").getBytes(StandardCharsets.UTF_8)));
    }

    @Provide
    Arbitrary<HttpAnswer> answers() {
        Arbitrary<Integer> statuses = Arbitraries.oneOf(Arbitraries.integers().between(100, 599),
                Arbitraries.of(200, 400, 401, 403, 407, 413, 429, 502, 503, 504));
        Arbitrary<String> types = Mutations.ofTexts("application/x-protobuf", "application/grpc", "text/html; charset=utf-8",
                "text/plain", "application/json");
        Arbitrary<String> words = Mutations.ofTexts("queue 100% full", "too%20large", "caf%C3%A9", "Bearer " + SECRET, "%");
        Arbitrary<String> delays = Mutations.ofTexts("120", "9223372036854775807", "Fri, 31 Dec 9999 23:59:59 GMT",
                "Wed, 21 Oct 2015 07:28:00 GMT");
        Arbitrary<String> details = Arbitraries.oneOf(
                Mutations
                        .of(List.of(RetryInfos.status(3, 5).toByteArray(), RetryInfos.status(Long.MAX_VALUE, -1).toByteArray()))
                        .map(Base64.getEncoder()::encodeToString),
                Mutations.ofTexts(RetryInfos.base64(1, 1)));
        return Combinators.combine(statuses, types, words, delays, details, bodies())
                .as((status, type, message, after, detail, body) -> {
                    Map<String, String> headers = new HashMap<>(
                            Map.of("Content-Type", type, "Retry-After", after, "Server", message));
                    return new HttpAnswer(status, Answers.headers(headers),
                            Answers.headers(Map.of("grpc-message", message, "grpc-status-details-bin", detail)), body);
                });
    }

    private static byte[] grpcMessage(int flag, byte[] message) {
        ByteArrayOutputStream framed = new ByteArrayOutputStream();
        framed.writeBytes(new byte[] { (byte) flag, 0, 0, (byte) (message.length >> 8), (byte) message.length });
        framed.writeBytes(message);
        return framed.toByteArray();
    }

    private static byte[] gzipped(byte[] message) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(message);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }
}
