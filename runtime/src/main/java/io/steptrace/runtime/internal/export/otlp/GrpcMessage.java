package io.steptrace.runtime.internal.export.otlp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

import io.steptrace.runtime.internal.export.otlp.connection.HttpAnswer;

/** The message in the body of a request or an answer; "gRPC over HTTP2", "Length-Prefixed-Message". */
final class GrpcMessage {

    /** A flag for compression, and the length. */
    static final int PREFIX_BYTES = 5;

    private static final byte[] EMPTY = {};

    private GrpcMessage() {
    }

    /** What stands before a message. */
    static byte[] prefix(boolean isCompressed, int length) {
        return ByteBuffer.allocate(PREFIX_BYTES).put((byte) (isCompressed ? 1 : 0)).putInt(length).array();
    }

    /**
     * The message without its prefix, unpacked if it is compressed: many servers answer in the encoding of the
     * request. As it lies there if it cannot be unpacked, and cut off where it becomes longer than an answer may
     * be.
     *
     * @param body null for one that was too long
     */
    static byte[] of(byte[] body) {
        if (body == null || body.length <= PREFIX_BYTES) {
            return EMPTY;
        }
        byte[] message = Arrays.copyOfRange(body, PREFIX_BYTES, body.length);
        if (body[0] == 0) {
            return message;
        }
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(message))) {
            return unpacked.readNBytes(HttpAnswer.MAX_BODY_BYTES);
        } catch (IOException malformed) {
            return message;
        }
    }
}
