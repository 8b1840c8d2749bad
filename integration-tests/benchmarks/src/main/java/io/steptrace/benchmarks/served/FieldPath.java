package io.steptrace.benchmarks.served;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * A place in a protobuf message, found by walking its fields without decoding them.
 * <p>
 * The client shares the machine with what it measures, so it does no more than it must.
 */
public final class FieldPath {

    /** {@code resource_spans}, {@code scope_spans}, {@code spans} of an {@code ExportTraceServiceRequest}. */
    public static final FieldPath SPANS = new FieldPath(1, 2, 2);

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED32 = 5;

    private final int[] numbers;

    /** @param numbers of fields, each a field of the one before, from the outermost message on */
    public FieldPath(int... numbers) {
        this.numbers = numbers;
    }

    /** How many such fields there are. */
    public int count(byte[] message) {
        int[] fields = new int[1];
        visit(message, field -> fields[0]++);
        return fields[0];
    }

    /** Shows every field that is there. */
    public void visit(byte[] message, Consumer<ByteBuffer> field) {
        visit(ByteBuffer.wrap(message), 0, field);
    }

    private void visit(ByteBuffer message, int depth, Consumer<ByteBuffer> field) {
        while (message.hasRemaining()) {
            int tag = (int) varint(message);
            int length = length(tag & 7, message);
            if (tag >>> 3 == numbers[depth]) {
                ByteBuffer found = message.slice(message.position(), length);
                if (depth == numbers.length - 1) {
                    field.accept(found);
                } else {
                    visit(found, depth + 1, field);
                }
            }
            message.position(message.position() + length);
        }
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
