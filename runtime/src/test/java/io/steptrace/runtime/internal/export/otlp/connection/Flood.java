package io.steptrace.runtime.internal.export.otlp.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;

/** What a hostile collector sends without end, once there is a request; RFC 9113, section 10.5. */
enum Flood {

    PINGS(frame(6, 0, 0, new byte[8])),
    SETTINGS(frame(4, 0, 0, new byte[0])),
    /** Each of them may change something. */
    LONG_SETTINGS(frame(4, 0, 0, new byte[] { 0, 1, 0, 0, 16, 0, 0, 4, 0, 0, 127, 127 })),
    EMPTY_CONTINUATIONS(frame(9, 0, 1, new byte[0])),
    CONTINUATIONS(frame(9, 0, 1, new byte[1024])),
    WINDOW_UPDATES(frame(8, 0, 0, new byte[] { 0, 0, 0, 1 })),
    /** A stream that the server has answered, and goes on to answer. */
    HEADERS(frame(1, 4, 1, new byte[] { (byte) 0x88 })),
    RESETS(frame(3, 0, 1, new byte[] { 0, 0, 0, 8 })),
    UNKNOWN_FRAMES(frame(0x4F, 0, 0, new byte[16])),
    EMPTY_DATA(frame(0, 0, 1, new byte[0])),
    DATA(frame(0, 0, 1, new byte[16])),
    INTERIM_ANSWERS("HTTP/1.1 102 Processing\r\n\r\n".getBytes(US_ASCII)),
    LONG_HEADER("x".getBytes(US_ASCII)),
    TRAILERS("a: b\r\n".getBytes(US_ASCII)),
    CHUNKS("1\r\nx\r\n".getBytes(US_ASCII)),
    FURTHER_ANSWERS("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);
    private static final int HEADERS_FRAME = 1;
    private static final int BURST_BYTES = 16 * 1024;

    private final byte[] unit;

    Flood(byte[] unit) {
        this.unit = unit;
    }

    boolean isHttp2() {
        return ordinal() < INTERIM_ANSWERS.ordinal();
    }

    byte[] greeting() {
        return isHttp2() ? frame(4, 0, 0, new byte[0]) : new byte[0];
    }

    /** What has to stand before it. */
    byte[] answer() {
        return switch (this) {
            // not the end of the headers
            case EMPTY_CONTINUATIONS, CONTINUATIONS -> frame(1, 0, 1, new byte[] { (byte) 0x88 });
            case EMPTY_DATA, DATA -> frame(1, 4, 1, new byte[] { (byte) 0x88 });
            case LONG_HEADER -> "HTTP/1.1 200 OK\r\nx: ".getBytes(US_ASCII);
            case TRAILERS -> "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n".getBytes(US_ASCII);
            case CHUNKS -> "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(US_ASCII);
            default -> new byte[0];
        };
    }

    byte[] burst() {
        ByteArrayOutputStream burst = new ByteArrayOutputStream();
        while (burst.size() < BURST_BYTES) {
            burst.writeBytes(unit);
        }
        return burst.toByteArray();
    }

    /** Reads to the beginning of a request; false if the connection ends before. */
    boolean hasRequest(DataInputStream in) throws IOException {
        if (!isHttp2()) {
            return in.read() >= 0;
        }
        in.readNBytes(PREFACE.length);
        for (int first = in.read(); first >= 0; first = in.read()) {
            int length = first << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            in.readNBytes(5 + length);
            if (type == HEADERS_FRAME) {
                return true;
            }
        }
        return false;
    }

    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        byte[] frame = new byte[9 + payload.length];
        frame[1] = (byte) (payload.length >> 8);
        frame[2] = (byte) payload.length;
        frame[3] = (byte) type;
        frame[4] = (byte) flags;
        frame[8] = (byte) stream;
        System.arraycopy(payload, 0, frame, 9, payload.length);
        return frame;
    }
}
