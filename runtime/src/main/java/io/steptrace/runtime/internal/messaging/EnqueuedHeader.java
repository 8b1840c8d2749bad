package io.steptrace.runtime.internal.messaging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/**
 * The header that says when a message was sent: microseconds since the Unix epoch, as a decimal number of 16 digits.
 * <p>
 * Sixteen digits are the years 2001 to 2262. Seconds, milliseconds and nanoseconds have another number of them, and so are
 * never taken for microseconds.
 */
final class EnqueuedHeader {

    static final String NAME = "steptrace-enqueued";

    private static final int DIGITS = 16;
    private static final long NANOS_PER_MICRO = 1_000;
    /** Beyond it nanoseconds overflow. */
    private static final long LATEST_MICROS = Long.MAX_VALUE / NANOS_PER_MICRO;

    private EnqueuedHeader() {
    }

    /** The header's value for a message sent at this instant. */
    static String valueOf(Instant sent) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, sent));
    }

    /**
     * Reads the header.
     *
     * @param value what the message holds under the name, of any type; {@code null} if nothing
     * @return nanoseconds since the Unix epoch; empty if it does not say when the message was sent
     */
    static OptionalLong epochNanosOf(Object value) {
        if (!(value instanceof String || value instanceof Long)) {
            return OptionalLong.empty();
        }
        String digits = value.toString();
        if (digits.length() != DIGITS || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return OptionalLong.empty();
        }
        long micros = Long.parseLong(digits);
        return micros > LATEST_MICROS || digits.charAt(0) == '0' ? OptionalLong.empty()
                : OptionalLong.of(micros * NANOS_PER_MICRO);
    }
}
