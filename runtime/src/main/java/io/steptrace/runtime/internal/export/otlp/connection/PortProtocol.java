package io.steptrace.runtime.internal.export.otlp.connection;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;

/** What a port speaks, by the first bytes that come from it. */
public enum PortProtocol {

    HTTP_1,
    HTTP_2,
    TLS,
    UNKNOWN;

    /** How many of them it takes. */
    static final int BYTES = 4;

    private static final byte TLS_ALERT = 21;
    private static final byte TLS_HANDSHAKE = 22;
    private static final byte TLS_MAJOR_VERSION = 3;
    private static final byte HTTP_2_SETTINGS = 4;

    /** Unknown of fewer bytes; leaves the buffer as it is. */
    public static PortProtocol of(ByteBuf first) {
        if (first.readableBytes() < BYTES) {
            return UNKNOWN;
        }
        int begin = first.readerIndex();
        byte type = first.getByte(begin);
        if ((type == TLS_ALERT || type == TLS_HANDSHAKE) && first.getByte(begin + 1) == TLS_MAJOR_VERSION) {
            return TLS;
        }
        // the length of a frame, and its type
        if (type == 0 && first.getByte(begin + BYTES - 1) == HTTP_2_SETTINGS) {
            return HTTP_2;
        }
        return first.toString(begin, BYTES, StandardCharsets.US_ASCII).equals("HTTP") ? HTTP_1 : UNKNOWN;
    }
}
