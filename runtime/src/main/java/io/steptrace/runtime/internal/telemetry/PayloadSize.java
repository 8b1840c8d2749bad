package io.steptrace.runtime.internal.telemetry;

import io.vertx.core.buffer.Buffer;

/** Measures values whose size in bytes can be seen without serialising them. */
public final class PayloadSize {

    /** The size cannot be seen. */
    static final long UNKNOWN = -1;

    private PayloadSize() {
    }

    /** The size of text in UTF-8, of an array or of a buffer. */
    public static long bytesOf(Object value) {
        if (value instanceof CharSequence text) {
            return utf8Length(text);
        }
        if (value instanceof byte[] bytes) {
            return bytes.length;
        }
        if (value instanceof Buffer buffer) {
            return buffer.length();
        }
        return value instanceof io.vertx.mutiny.core.buffer.Buffer buffer ? buffer.length() : UNKNOWN;
    }

    /** As an encoder counts it: an unpaired surrogate becomes a question mark. */
    private static long utf8Length(CharSequence text) {
        long length = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < 0x80) {
                length++;
            } else if (unit < 0x800) {
                length += 2;
            } else if (!Character.isSurrogate(unit)) {
                length += 3;
            } else if (Character.isHighSurrogate(unit) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                length += 4;
                i++;
            } else {
                length++;
            }
        }
        return length;
    }
}
