package io.steptrace.runtime.internal.export.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;

import io.steptrace.runtime.internal.export.otlp.connection.HttpAnswer;

class GrpcMessageTest {

    private static final byte[] MESSAGE = { 1, 2, 3 };
    private static final byte[] NOTHING = {};

    @Test
    void isWhatStandsBehindThePrefix() {
        assertThat(GrpcMessage.of(body(0, MESSAGE))).isEqualTo(MESSAGE);
    }

    @Test
    void isUnpackedIfItIsCompressed() throws IOException {
        assertThat(GrpcMessage.of(body(1, gzip(MESSAGE)))).isEqualTo(MESSAGE);
        assertThat(GrpcMessage.of(body(1, gzip(NOTHING)))).isEmpty();
    }

    @Test
    void isEmptyWhereThereIsNone() {
        assertThat(GrpcMessage.of(null)).isEmpty();
        assertThat(GrpcMessage.of(NOTHING)).isEmpty();
        assertThat(GrpcMessage.of(body(0, NOTHING))).isEmpty();
        assertThat(GrpcMessage.of(body(1, NOTHING))).isEmpty();
    }

    @Test
    void isLeftAsItIsWhereItOnlySaysThatItIsCompressed() {
        assertThat(GrpcMessage.of(body(1, MESSAGE))).isEqualTo(MESSAGE);
    }

    @Test
    void isNeverUnpackedIntoMoreThanAnAnswerMayBe() throws IOException {
        assertThat(GrpcMessage.of(body(1, gzip(new byte[3 * HttpAnswer.MAX_BODY_BYTES])))).hasSize(HttpAnswer.MAX_BODY_BYTES);
    }

    private static byte[] body(int flag, byte[] message) {
        return ByteBuffer.allocate(GrpcMessage.PREFIX_BYTES + message.length).put((byte) flag).putInt(message.length)
                .put(message).array();
    }

    private static byte[] gzip(byte[] message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(message);
        }
        return bytes.toByteArray();
    }
}
