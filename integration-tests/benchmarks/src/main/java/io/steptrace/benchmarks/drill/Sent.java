package io.steptrace.benchmarks.drill;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The spans the application says it has made, and the requests that got no such answer. Safe for use by many threads. */
public final class Sent {

    private final Set<String> spanIds = new HashSet<>();
    private long answers;
    private long failures;

    synchronized void answered(Collection<String> moreSpanIds) {
        spanIds.addAll(moreSpanIds);
        answers++;
    }

    synchronized void failed() {
        failures++;
    }

    /** The ids so far. */
    public synchronized Set<String> spanIds() {
        return Set.copyOf(spanIds);
    }

    synchronized long answers() {
        return answers;
    }

    /** Requests without an answer of status 200. */
    public synchronized long failures() {
        return failures;
    }
}
