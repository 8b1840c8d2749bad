package io.steptrace.runtime.internal.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks once over the instants at which something changes, and sums up what lies between them. Written for the few things that
 * happen in most traces: each request pays for it.
 */
final class Sweep {

    /** The instant at which a part of the trace begins, or ends. */
    private record Boundary(long nanos, Part part, boolean begins) {

        private static final Comparator<Boundary> BY_TIME = Comparator.comparingLong(Boundary::nanos);
    }

    private final long beginNanos;
    private final long endNanos;
    private final List<Boundary> boundaries = new ArrayList<>();
    private final WorkingThreads threads = new WorkingThreads();
    private final LastToEnd open = new LastToEnd();
    private final Map<String, Long> waitedNanos = new HashMap<>(4);
    private long workingNanos;
    private long waitingNanos;
    private long unknownNanos;

    Sweep(long beginNanos, long endNanos) {
        this.beginNanos = beginNanos;
        this.endNanos = Math.max(beginNanos, endNanos);
    }

    void add(Part part) {
        long clippedFrom = Math.max(beginNanos, part.beginNanos());
        long clippedUntil = Math.min(endNanos, part.endNanos());
        if (clippedFrom < clippedUntil) {
            boundaries.add(new Boundary(clippedFrom, part, true));
            boundaries.add(new Boundary(clippedUntil, part, false));
        }
    }

    Verdict verdict() {
        boundaries.sort(Boundary.BY_TIME);
        long untilNanos = beginNanos;
        for (Boundary boundary : boundaries) {
            account(untilNanos, boundary.nanos());
            pass(boundary);
            untilNanos = boundary.nanos();
        }
        account(untilNanos, endNanos);
        return new Verdict(workingNanos, waitingNanos, unknownNanos, waitedFor());
    }

    private void pass(Boundary boundary) {
        Part part = boundary.part();
        if (part instanceof Stretch stretch) {
            threads.ran(stretch.threadId(), boundary.begins());
        } else if (part instanceof KnownWait wait) {
            threads.blocked(wait.threadId(), boundary.begins());
            if (boundary.begins()) {
                open.add(wait);
            }
        } else if (part instanceof Call call && boundary.begins()) {
            open.add(call);
        }
    }

    /** Nothing changes in between. */
    private void account(long fromNanos, long untilNanos) {
        long nanos = untilNanos - fromNanos;
        if (nanos == 0) {
            return;
        }
        String what = open.whatAt(fromNanos);
        if (threads.isAnyWorking()) {
            workingNanos += nanos;
        } else if (what != null) {
            waitingNanos += nanos;
            waitedNanos.merge(what, nanos, Long::sum);
        } else {
            unknownNanos += nanos;
        }
    }

    private List<WaitedFor> waitedFor() {
        List<WaitedFor> waitedFor = new ArrayList<>(waitedNanos.size());
        waitedNanos.forEach((what, nanos) -> waitedFor.add(new WaitedFor(what, nanos)));
        waitedFor.sort(WaitedFor.BY_LENGTH);
        return waitedFor;
    }
}
