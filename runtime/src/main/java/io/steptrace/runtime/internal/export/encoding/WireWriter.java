package io.steptrace.runtime.internal.export.encoding;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;

/**
 * Writes the fields of a protobuf message one behind the other, without knowing sizes before: a message within a message gets
 * its length when it is over. Used by one thread.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the encoding</a>
 */
final class WireWriter {

    private static final VarHandle FIXED32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FIXED64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int MAX_TAG_BYTES = 5;
    private static final int MAX_VARINT_BYTES = 10;
    private static final int MAX_ASCII = 0x7F;
    /** The longest text whose length takes one byte. */
    private static final int MAX_SHORT = 0x7F;

    /** What a thread has written into before, while nothing is written: an array, which keeps no class loader alive. */
    private static final ThreadLocal<byte[]> SPARE = new ThreadLocal<>();
    private static final int FIRST_BYTES = 1_024;
    private static final int MAX_SPARE_BYTES = 16 * FIRST_BYTES;

    private byte[] bytes;
    private int size;

    WireWriter() {
        byte[] spare = SPARE.get();
        if (spare == null) {
            bytes = new byte[FIRST_BYTES];
        } else {
            bytes = spare;
            SPARE.set(null);
        }
    }

    /** Begins a message that is a field of this one; what it returns goes to {@link #end}. */
    int begin(int field) {
        // one byte for the length: most of what a span consists of is short
        tag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED, 1);
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
        if (text.length() > MAX_SHORT || !shortAscii(field, text)) {
            bytes(field, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Most text is so: it is written where it belongs, without an array of its own. False if it was not, and nothing is
     * written.
     */
    private boolean shortAscii(int field, String text) {
        int before = size;
        int length = text.length();
        tag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED, 1 + length);
        byte[] to = bytes;
        int at = size;
        to[at++] = (byte) length;
        for (int i = 0; i < length; i++) {
            char character = text.charAt(i);
            if (character > MAX_ASCII) {
                size = before;
                return false;
            }
            to[at++] = (byte) character;
        }
        size = at;
        return true;
    }

    /** @param text without a field if it is empty, or {@code null} */
    void textIfAny(int field, String text) {
        if (text != null && !text.isEmpty()) {
            text(field, text);
        }
    }

    void bytes(int field, byte[] value) {
        tag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED, MAX_VARINT_BYTES + value.length);
        varint(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    /** @param digits what these hexadecimal digits stand for; of even number, and at most 254 */
    void hex(int field, String digits) {
        int length = digits.length() / 2;
        tag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED, 1 + length);
        byte[] to = bytes;
        int at = size;
        to[at++] = (byte) length;
        for (int i = 0; i < length; i++) {
            to[at++] = (byte) (HexFormat.fromHexDigit(digits.charAt(2 * i)) << 4
                    | HexFormat.fromHexDigit(digits.charAt(2 * i + 1)));
        }
        size = at;
    }

    void number(int field, long value) {
        tag(field, WireFormat.WIRETYPE_VARINT, MAX_VARINT_BYTES);
        varint(value);
    }

    void fixed32(int field, int value) {
        tag(field, WireFormat.WIRETYPE_FIXED32, Integer.BYTES);
        FIXED32.set(bytes, size, value);
        size += Integer.BYTES;
    }

    void fixed64(int field, long value) {
        tag(field, WireFormat.WIRETYPE_FIXED64, Long.BYTES);
        FIXED64.set(bytes, size, value);
        size += Long.BYTES;
    }

    /** All of it; to be called once, and nothing else afterwards. */
    byte[] written() {
        byte[] written = Arrays.copyOf(bytes, size);
        if (bytes.length <= MAX_SPARE_BYTES) {
            SPARE.set(bytes);
        }
        return written;
    }

    /** @param more how many bytes may follow it, for which there is room then */
    private void tag(int field, int wireType, int more) {
        ensure(MAX_TAG_BYTES + more);
        varint(field << 3 | wireType);
    }

    /** Where there is room for it. */
    private void varint(long value) {
        byte[] to = bytes;
        int at = size;
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            to[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        to[at++] = (byte) rest;
        size = at;
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
