package io.steptrace.runtime.internal.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums up what a time was spent on. */
final class Sums implements Account {

    private final Map<String, Long> waitedNanos = new HashMap<>(4);
    private long workingNanos;
    private long waitingNanos;
    private long unknownNanos;

    @Override
    public void add(Passage.Kind kind, String what, long fromNanos, long untilNanos) {
        long nanos = untilNanos - fromNanos;
        switch (kind) {
            case WORKING -> workingNanos += nanos;
            case UNKNOWN -> unknownNanos += nanos;
            default -> {
                waitingNanos += nanos;
                waitedNanos.merge(what, nanos, Long::sum);
            }
        }
    }

    Verdict verdict() {
        List<WaitedFor> waitedFor = new ArrayList<>(waitedNanos.size());
        waitedNanos.forEach((what, nanos) -> waitedFor.add(new WaitedFor(what, nanos)));
        waitedFor.sort(WaitedFor.BY_LENGTH);
        return new Verdict(workingNanos, waitingNanos, unknownNanos, waitedFor);
    }
}
