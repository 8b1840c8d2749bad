package io.steptrace.runtime.internal.export.otlp;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * How long a collector asks to be left alone: the header {@code Retry-After} in its two forms, seconds and date (RFC 9110,
 * section 10.2.3), and the delay of a {@code RetryInfo}. Total, and from zero to a year, so that it fits every unit.
 */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(365);

    /** The longest number of seconds that is read; what has more digits is longer than any bound. */
    private static final int MAX_DIGITS = 18;

    private RetryAfter() {
    }

    /** Null if there is no header or it says nothing; a date in the past is no delay. */
    static Duration parse(String header, Instant now) {
        if (header == null || header.isBlank()) {
            return null;
        }
        String value = header.strip();
        try {
            if (value.chars().allMatch(Character::isDigit)) {
                return value.length() > MAX_DIGITS ? LONGEST : of(Long.parseLong(value), 0);
            }
            return bounded(Duration.between(now, ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)));
        } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    /** What is negative is no delay. */
    static Duration of(long seconds, long nanos) {
        long fitting = Math.min(LONGEST.toSeconds(), Math.max(0, seconds));
        return bounded(Duration.ofSeconds(fitting, Math.min(LONGEST.toNanos(), Math.max(0, nanos))));
    }

    private static Duration bounded(Duration delay) {
        if (delay.isNegative()) {
            return Duration.ZERO;
        }
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }
}
