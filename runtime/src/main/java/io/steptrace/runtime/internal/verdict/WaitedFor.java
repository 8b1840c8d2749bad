package io.steptrace.runtime.internal.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
    private static final int NANOS_TO_MILLIS = 6;
    private static final int DECIMALS = 3;

    /** Its words, cut where they are too many for one of several in a line. */
    String shortWhat() {
        if (what.length() <= MAX_LENGTH) {
            return what;
        }
        int end = MAX_LENGTH - 1;
        return what.substring(0, Character.isHighSurrogate(what.charAt(end - 1)) ? end - 1 : end) + '…';
    }

    /** As {@code what=ms}, with microseconds. */
    String asAttribute() {
        BigDecimal millis = BigDecimal.valueOf(nanos, NANOS_TO_MILLIS).setScale(DECIMALS, RoundingMode.HALF_UP);
        return shortWhat() + '=' + millis.stripTrailingZeros().toPlainString();
    }
}
