package io.steptrace.runtime.internal.config;

import java.util.OptionalLong;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;

/**
 * A key whose value is a number of bytes, in the format of the platform: {@code 65536}, {@code 64K}, {@code 64M}.
 * <p>
 * It is configured as text for the reason that {@link Choice} is, and because the platform converts sizes that no
 * {@code long} holds.
 */
public final class ByteSize {

    private static final MemorySizeConverter FORMAT = new MemorySizeConverter();

    private ByteSize() {
    }

    /**
     * The number of bytes.
     *
     * @throws java.util.NoSuchElementException if the text is none, which the rules refuse before
     */
    public static long of(String text) {
        return find(text).orElseThrow();
    }

    /** The number of bytes; empty if the text is none, or it exceeds a {@code long}. */
    public static OptionalLong find(String text) {
        try {
            MemorySize size = FORMAT.convert(text);
            return size == null ? OptionalLong.empty() : OptionalLong.of(size.asLongValue());
        } catch (IllegalArgumentException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }
}
