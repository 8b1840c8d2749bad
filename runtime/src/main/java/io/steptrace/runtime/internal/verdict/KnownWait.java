package io.steptrace.runtime.internal.verdict;

/**
 * A wait of which is known what was waited for.
 *
 * @param what in the words of the verdict, such as {@code queue worker} or {@code lock PostCache.refresh:41}
 * @param kind how it is known
 * @param threadId the thread that was blocked by it; {@link #NO_THREAD} if none was
 * @param beginNanos when it began, in nanoseconds since the epoch
 * @param endNanos when it ended, not before it began
 */
public record KnownWait(String what, Kind kind, long threadId, long beginNanos, long endNanos) implements Part {

    /** A wait in a queue, or for a result that calls back. */
    public static final long NO_THREAD = 0;

    /** How a wait is known. */
    public enum Kind {
        /** It names a place in the code only: a call that was open meanwhile says more. */
        PLACE,
        /** It names what was waited for. */
        NAMED,
        /** It was spent in a queue, which it names. */
        QUEUE
    }

    boolean isNamed() {
        return kind != Kind.PLACE;
    }
}
