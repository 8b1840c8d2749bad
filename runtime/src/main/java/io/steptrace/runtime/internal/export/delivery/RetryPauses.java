package io.steptrace.runtime.internal.export.delivery;

import java.time.Duration;

/**
 * How long to leave a collector alone that has not taken a batch.
 *
 * @param usual where it says nothing
 * @param longest the most that is obeyed of what it asks for
 */
public record RetryPauses(Duration usual, Duration longest) {

    Duration asked(Duration retryAfter) {
        Duration obeyed = retryAfter.compareTo(longest) < 0 ? retryAfter : longest;
        return obeyed.compareTo(usual) < 0 ? usual : obeyed;
    }
}
