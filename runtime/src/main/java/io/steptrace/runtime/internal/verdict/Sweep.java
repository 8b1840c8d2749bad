package io.steptrace.runtime.internal.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Walks once over the instants at which something changes, and accounts for what lies between them. Written for the few things
 * that happen in most traces: each request pays for it.
 */
final class Sweep {

    /** The instant at which a part of the trace begins, or ends. */
    private record Boundary(long nanos, Part part, boolean begins) implements Comparable<Boundary> {

        @Override
        public int compareTo(Boundary another) {
            return Long.compare(nanos, another.nanos);
        }
    }

    /** So many are in order sooner if each is put in its place as it comes. */
    private static final int FEW = 32;

    private final long beginNanos;
    private final long endNanos;
    private final List<Boundary> boundaries = new ArrayList<>();
    private final WorkingThreads threads = new WorkingThreads();
    private final LastToEnd open = new LastToEnd();
    private final Account account;

    private Sweep(long beginNanos, long endNanos, Account account) {
        this.beginNanos = beginNanos;
        this.endNanos = Math.max(beginNanos, endNanos);
        this.account = account;
    }

    /** Accounts for the time from begin to end, as {@link Verdict#of} says. */
    static void over(long beginNanos, long endNanos, List<Stretch> stretches, List<KnownWait> waits, List<Call> calls,
            Account account) {
        Sweep sweep = new Sweep(beginNanos, endNanos, account);
        stretches.forEach(sweep::add);
        waits.forEach(sweep::add);
        calls.forEach(sweep::add);
        sweep.run();
    }

    private void add(Part part) {
        long clippedFrom = Math.max(beginNanos, part.beginNanos());
        long clippedUntil = Math.min(endNanos, part.endNanos());
        if (clippedFrom < clippedUntil) {
            add(new Boundary(clippedFrom, part, true));
            add(new Boundary(clippedUntil, part, false));
        }
    }

    /** Behind those of the same instant. */
    private void add(Boundary boundary) {
        int place = boundaries.size();
        if (place < FEW) {
            while (place > 0 && boundary.nanos() < boundaries.get(place - 1).nanos()) {
                place--;
            }
        }
        boundaries.add(place, boundary);
    }

    private void run() {
        if (boundaries.size() > FEW) {
            Collections.sort(boundaries);
        }
        long untilNanos = beginNanos;
        for (Boundary boundary : boundaries) {
            account(untilNanos, boundary.nanos());
            pass(boundary);
            untilNanos = boundary.nanos();
        }
        account(untilNanos, endNanos);
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
        if (fromNanos == untilNanos) {
            return;
        }
        LastToEnd.Open wait = open.at(fromNanos);
        if (threads.isAnyWorking()) {
            account.add(Passage.Kind.WORKING, "", fromNanos, untilNanos);
        } else if (wait != null) {
            account.add(wait.kind(), wait.what(), fromNanos, untilNanos);
        } else {
            account.add(Passage.Kind.UNKNOWN, "", fromNanos, untilNanos);
        }
    }
}
