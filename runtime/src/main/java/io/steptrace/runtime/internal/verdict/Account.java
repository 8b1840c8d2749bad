package io.steptrace.runtime.internal.verdict;

/** Takes what a time was spent on, in its order. */
interface Account {

    /** @param what was waited for; empty if it was no wait */
    void add(Passage.Kind kind, String what, long fromNanos, long untilNanos);
}
