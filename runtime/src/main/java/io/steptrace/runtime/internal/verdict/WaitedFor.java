package io.steptrace.runtime.internal.verdict;

import java.util.Comparator;

/**
 * One thing that was waited for.
 *
 * @param what in the words of the verdict
 * @param nanos how long in all
 */
public record WaitedFor(String what, long nanos) {

    /** The longest first. */
    static final Comparator<WaitedFor> BY_LENGTH = Comparator.comparingLong(WaitedFor::nanos).reversed()
            .thenComparing(WaitedFor::what);

    private static final int MAX_LENGTH = 60;
    private static final int NANOS_PER_MICRO = 1_000;
    private static final int MICROS_PER_MILLI = 1_000;
    private static final int BASE = 10;

    /** Its words, cut where they are too many for one of several in a line. */
    String shortWhat() {
        if (what.length() <= MAX_LENGTH) {
            return what;
        }
        int end = MAX_LENGTH - 1;
        return what.substring(0, Character.isHighSurrogate(what.charAt(end - 1)) ? end - 1 : end) + '…';
    }

    /** As {@code what=ms}, with microseconds, as far as there are some. */
    String asAttribute() {
        long micros = (nanos + NANOS_PER_MICRO / 2) / NANOS_PER_MICRO;
        StringBuilder text = new StringBuilder(shortWhat()).append('=').append(micros / MICROS_PER_MILLI);
        long rest = micros % MICROS_PER_MILLI;
        if (rest > 0) {
            text.append('.');
        }
        for (long unit = MICROS_PER_MILLI / BASE; rest > 0; unit /= BASE) {
            text.append(rest / unit);
            rest %= unit;
        }
        return text.toString();
    }
}
