package io.steptrace.benchmarks.served;

import java.nio.ByteBuffer;

/**
 * The number of spans in an export request of OTLP, found by walking its protobuf fields without decoding them.
 * <p>
 * The client shares the machine with what it measures, so it does no more than it must.
 */
final class SpanCount {

    /** {@code resource_spans}, {@code scope_spans}, {@code spans}: each a field of the one before. */
    private static final int[] PATH = { 1, 2, 2 };

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED32 = 5;

    private SpanCount() {
    }

    /** @param request an {@code ExportTraceServiceRequest} */
    static int of(byte[] request) {
        return count(ByteBuffer.wrap(request), 0);
    }

    private static int count(ByteBuffer message, int depth) {
        int spans = 0;
        while (message.hasRemaining()) {
            int tag = (int) varint(message);
            int length = length(tag & 7, message);
            if (tag >>> 3 == PATH[depth]) {
                spans += depth == PATH.length - 1 ? 1
                        : count(message.slice(message.position(), length), depth + 1);
            }
            message.position(message.position() + length);
        }
        return spans;
    }

    /** The bytes of a field that are still to come. */
    private static int length(int wireType, ByteBuffer message) {
        switch (wireType) {
            case VARINT:
                varint(message);
                return 0;
            case FIXED64:
                return Long.BYTES;
            case LENGTH_DELIMITED:
                return (int) varint(message);
            case FIXED32:
                return Integer.BYTES;
            default:
                throw new IllegalArgumentException("not protobuf: wire type " + wireType);
        }
    }

    private static long varint(ByteBuffer message) {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            byte next = message.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
