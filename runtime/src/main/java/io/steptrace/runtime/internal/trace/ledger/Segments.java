package io.steptrace.runtime.internal.trace.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;

import io.steptrace.runtime.internal.waits.DetectedWait;

/**
 * Brings together the segments of threads and the waits in them, in whichever order they come: a wait is reported up to a
 * second late, and a segment is known when it ends. Thread-safe and bounded in number and age.
 */
final class Segments {

    /** At least as many as a thread can have, if each is as long as a wait, before the waits in it are reported. */
    static final int MAX_SEGMENTS_PER_THREAD = 512;
    static final int MAX_EARLY_WAITS_PER_THREAD = 128;
    static final int MAX_PAUSES = 256;
    static final int MAX_THREADS = 4_000;
    /** A wait is reported within a second, or two on a busy machine. */
    static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(5);
    /** By how much the clocks of segments and of the JDK's events may differ. */
    private static final long TOLERANCE_NANOS = 100_000;

    private final Map<Long, OfThread> threads = new HashMap<>();
    /** Of all threads; each belongs to the innermost segment of each thread that it was in. */
    private final Deque<DetectedWait> pauses = new ArrayDeque<>();
    private long reportedNanos;
    private long dropped;

    /** A segment has ended: the waits that have come already are its own. */
    synchronized void add(Segment segment) {
        OfThread thread = ofThread(segment.threadId());
        if (thread == null) {
            dropped++;
            return;
        }
        for (Iterator<DetectedWait> early = thread.earlyWaits.iterator(); early.hasNext();) {
            DetectedWait wait = early.next();
            // the rest may be part of code around it, which has not ended yet
            if (segment.overlapNanos(wait) > 0) {
                give(wait, segment);
                early.remove();
            }
        }
        for (DetectedWait pause : pauses) {
            if (segment.overlapNanos(pause) > 0 && thread.segments.stream().noneMatch(each -> each.overlapNanos(pause) > 0)) {
                give(pause, segment);
            }
        }
        if (thread.segments.size() >= MAX_SEGMENTS_PER_THREAD) {
            forgetFirst(thread);
        }
        thread.segments.addLast(segment);
    }

    private void forgetFirst(OfThread thread) {
        if (thread.segments.removeFirst().endNanos() > reportedNanos) {
            dropped++;
        }
    }

    /** A segment has ended, and its span has no room. */
    synchronized void noRoom() {
        dropped++;
    }

    /** A wait was reported; whether it belongs to a segment that has ended. */
    synchronized boolean add(DetectedWait wait, boolean mayComeEarly) {
        if (wait.threadId() == DetectedWait.ALL_THREADS) {
            return addPause(wait);
        }
        OfThread known = threads.get(wait.threadId());
        if (known != null && addTo(known.segments, wait)) {
            return true;
        }
        OfThread thread = mayComeEarly ? ofThread(wait.threadId()) : null;
        if (thread != null) {
            if (thread.earlyWaits.size() >= MAX_EARLY_WAITS_PER_THREAD) {
                thread.earlyWaits.removeFirst();
                dropped++;
            }
            thread.earlyWaits.addLast(wait);
        }
        return false;
    }

    private boolean addPause(DetectedWait pause) {
        boolean isOwned = false;
        for (OfThread thread : threads.values()) {
            isOwned |= addTo(thread.segments, pause);
        }
        if (pauses.size() >= MAX_PAUSES) {
            pauses.removeFirst();
        }
        pauses.addLast(pause);
        return isOwned;
    }

    /** The innermost of those that contain it: of those that contain the most of it the shortest. */
    private boolean addTo(Collection<Segment> segments, DetectedWait wait) {
        Segment owner = null;
        long most = 0;
        for (Segment segment : segments) {
            long overlap = segment.overlapNanos(wait);
            if (overlap > most + TOLERANCE_NANOS || overlap > 0 && overlap >= most - TOLERANCE_NANOS
                    && (owner == null || segment.lengthNanos() < owner.lengthNanos())) {
                owner = segment;
                most = Math.max(most, overlap);
            }
        }
        return owner != null && give(wait, owner);
    }

    private boolean give(DetectedWait wait, Segment owner) {
        if (!owner.owner().add(owner.clip(wait), owner.isItsOwn())) {
            dropped++;
        }
        return true;
    }

    /**
     * All waits have come that ended by then: forgets what is too old for anything to come.
     *
     * @param nowNanos in nanoseconds since the epoch
     * @param runsCode whether a thread, by its id, is amid code of which a wait may be part
     */
    synchronized void expire(long nowNanos, LongPredicate runsCode) {
        reportedNanos = nowNanos;
        List<Long> empty = new ArrayList<>();
        threads.forEach((id, thread) -> {
            while (!thread.segments.isEmpty() && nowNanos - thread.segments.peekFirst().endNanos() > MAX_AGE_NANOS) {
                thread.segments.removeFirst();
            }
            if (!thread.earlyWaits.isEmpty() && nowNanos - thread.earlyWaits.peekLast().endNanos() > MAX_AGE_NANOS
                    && !runsCode.test(id)) {
                thread.earlyWaits.clear();
            }
            if (thread.segments.isEmpty() && thread.earlyWaits.isEmpty()) {
                empty.add(id);
            }
        });
        empty.forEach(threads::remove);
    }

    /** How many segments and waits found no room. */
    synchronized long dropped() {
        return dropped;
    }

    synchronized int threads() {
        return threads.size();
    }

    private OfThread ofThread(long threadId) {
        OfThread known = threads.get(threadId);
        if (known != null || threads.size() >= MAX_THREADS) {
            return known;
        }
        OfThread created = new OfThread();
        threads.put(threadId, created);
        return created;
    }

    private static final class OfThread {

        final Deque<Segment> segments = new ArrayDeque<>(4);
        final Deque<DetectedWait> earlyWaits = new ArrayDeque<>(4);
    }
}
