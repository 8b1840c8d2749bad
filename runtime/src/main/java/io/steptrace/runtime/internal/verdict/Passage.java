package io.steptrace.runtime.internal.verdict;

/**
 * A time during which nothing changed.
 *
 * @param kind where it went
 * @param what was waited for, in the words of the verdict; empty if it was no wait
 * @param beginNanos in nanoseconds since the epoch
 * @param endNanos likewise
 */
public record Passage(Kind kind, String what, long beginNanos, long endNanos) {

    /** Where such a time went. */
    public enum Kind {
        /** A thread was working. */
        WORKING,
        /** It was a wait in a queue. */
        QUEUE,
        /** It was any other known wait. */
        PARK,
        /** It was a call of something outside. */
        CALL,
        /** None of these. */
        UNKNOWN
    }

    boolean isContinuedBy(Kind nextKind, String nextWhat) {
        return kind == nextKind && what.equals(nextWhat);
    }

    Passage until(long nanos) {
        return new Passage(kind, what, beginNanos, nanos);
    }
}
