package io.steptrace.runtime.internal.verdict;

/** Something that a trace has done for a while. */
sealed interface Part permits Stretch, KnownWait, Call {

    /** When it began, in nanoseconds since the epoch. */
    long beginNanos();

    /** When it ended, not before it began. */
    long endNanos();
}
