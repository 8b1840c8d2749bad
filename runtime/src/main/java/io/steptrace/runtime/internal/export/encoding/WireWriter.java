package io.steptrace.runtime.internal.export.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;

/**
 * Writes the fields of a protobuf message one behind the other, without knowing sizes before: a message within a message gets
 * its length when it is over. Not thread-safe.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the encoding</a>
 */
final class WireWriter {

    private static final int MAX_VARINT_BYTES = 10;

    private byte[] bytes;
    private int size;

    WireWriter(int expectedBytes) {
        bytes = new byte[expectedBytes];
    }

    /** Begins a message that is a field of this one; what it returns goes to {@link #end}. */
    int begin(int field) {
        tag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        // one byte for the length: most of what a span consists of is short
        ensure(1);
        return ++size;
    }

    void end(int begin) {
        int length = size - begin;
        int longer = CodedOutputStream.computeUInt32SizeNoTag(length) - 1;
        if (longer > 0) {
            ensure(longer);
            System.arraycopy(bytes, begin, bytes, begin + longer, length);
        }
        size = begin - 1;
        varint(length);
        size += length;
    }

    void text(int field, String text) {
        bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param text without a field if it is empty, or {@code null} */
    void textIfAny(int field, String text) {
        if (text != null && !text.isEmpty()) {
            text(field, text);
        }
    }

    void bytes(int field, byte[] value) {
        tag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        varint(value.length);
        ensure(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    void number(int field, long value) {
        tag(field, WireFormat.WIRETYPE_VARINT);
        varint(value);
    }

    void fixed32(int field, int value) {
        tag(field, WireFormat.WIRETYPE_FIXED32);
        littleEndian(value, Integer.BYTES);
    }

    void fixed64(int field, long value) {
        tag(field, WireFormat.WIRETYPE_FIXED64);
        littleEndian(value, Long.BYTES);
    }

    byte[] written() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    private void tag(int field, int wireType) {
        varint((long) field << 3 | wireType);
    }

    private void varint(long value) {
        ensure(MAX_VARINT_BYTES);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private void littleEndian(long value, int length) {
        ensure(length);
        for (int i = 0; i < length; i++) {
            bytes[size++] = (byte) (value >>> 8 * i);
        }
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
