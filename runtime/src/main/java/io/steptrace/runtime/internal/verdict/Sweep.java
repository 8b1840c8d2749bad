package io.steptrace.runtime.internal.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Walks once over the instants at which something changes, and sums up what lies between them. */
final class Sweep {

    /** @param passing what changes at the instant */
    private record Boundary(long nanos, Runnable passing) {
    }

    private static final Comparator<Boundary> BY_TIME = Comparator.comparingLong(Boundary::nanos);

    private final long beginNanos;
    private final long endNanos;
    private final List<Boundary> boundaries = new ArrayList<>();
    private final WorkingThreads threads = new WorkingThreads();
    private final LastToEnd open = new LastToEnd();
    private final Map<String, Long> waitedNanos = new HashMap<>();
    private long workingNanos;
    private long unknownNanos;

    Sweep(long beginNanos, long endNanos) {
        this.beginNanos = beginNanos;
        this.endNanos = Math.max(beginNanos, endNanos);
    }

    void add(Stretch stretch) {
        add(stretch.beginNanos(), stretch.endNanos(), () -> threads.enter(stretch.threadId()),
                () -> threads.leave(stretch.threadId()));
    }

    void add(KnownWait wait) {
        add(wait.beginNanos(), wait.endNanos(), () -> {
            threads.block(wait.threadId());
            open.add(wait);
        }, () -> threads.unblock(wait.threadId()));
    }

    void add(Call call) {
        add(call.beginNanos(), call.endNanos(), () -> open.add(call), () -> {
        });
    }

    private void add(long fromNanos, long untilNanos, Runnable begin, Runnable end) {
        long clippedFrom = Math.max(beginNanos, fromNanos);
        long clippedUntil = Math.min(endNanos, untilNanos);
        if (clippedFrom < clippedUntil) {
            boundaries.add(new Boundary(clippedFrom, begin));
            boundaries.add(new Boundary(clippedUntil, end));
        }
    }

    Verdict verdict() {
        boundaries.sort(BY_TIME);
        long untilNanos = beginNanos;
        for (Boundary boundary : boundaries) {
            account(untilNanos, boundary.nanos());
            boundary.passing().run();
            untilNanos = boundary.nanos();
        }
        account(untilNanos, endNanos);
        List<WaitedFor> waitedFor = waitedNanos.entrySet().stream().map(each -> new WaitedFor(each.getKey(), each.getValue()))
                .sorted(WaitedFor.BY_LENGTH).toList();
        return new Verdict(workingNanos, waitedFor.stream().mapToLong(WaitedFor::nanos).sum(), unknownNanos, waitedFor);
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
            waitedNanos.merge(what, nanos, Long::sum);
        } else {
            unknownNanos += nanos;
        }
    }
}
