package io.steptrace.runtime.internal.export.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;

import io.steptrace.runtime.internal.export.PartialSuccess;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OtlpResponsesTest {

    private static final Redaction READABLE = new Redaction(List.of("Bearer s3cret-token"));

    @Test
    void hasNothingToSayOfAFullSuccess() {
        assertThat(OtlpResponses.partialSuccess(new byte[0], READABLE)).isSameAs(PartialSuccess.ACCEPTED);
        // a partial success that is set but empty
        assertThat(OtlpResponses.partialSuccess(new byte[] { 0x0a, 0 }, READABLE)).isSameAs(PartialSuccess.ACCEPTED);
    }

    @Test
    void readsAPartialSuccess() {
        byte[] response = { 0x0a, 9, 0x08, 3, 0x12, 5, 't', 'o', 'o', '\n', 'x' };

        assertThat(OtlpResponses.partialSuccess(response, READABLE)).isEqualTo(new PartialSuccess(3, "too x"));
    }

    @Test
    void readsWhatARetryInfoAsksFor() {
        Status status = Status.newBuilder().setCode(8).setMessage("busy")
                .addDetails(Any.newBuilder().setTypeUrl("type.googleapis.com/google.rpc.Help").setValue(ByteString.EMPTY))
                .addDetails(Any.pack(RetryInfo.newBuilder()
                        .setRetryDelay(com.google.protobuf.Duration.newBuilder().setSeconds(2).setNanos(500_000_000)).build()))
                .build();

        assertThat(OtlpResponses.status(status.toByteArray()))
                .isEqualTo(new OtlpResponses.Status("busy", Duration.ofMillis(2500)));
    }

    @Test
    void hidesWhatItWasSent() {
        assertThat(READABLE.apply("no such tenant: Bearer s3cret-token, nor s3cret-token")).doesNotContain("s3cret");
        assertThat(READABLE.apply("x".repeat(10_000))).hasSizeLessThan(300);
    }

    @Property
    void neverFailsOnGarbage(@ForAll byte[] garbage) {
        PartialSuccess answer = OtlpResponses.partialSuccess(garbage, READABLE);
        assertThat(answer.rejectedSpans()).isNotNegative();
        assertThat(OtlpResponses.status(garbage)).isNotNull();
    }
}
