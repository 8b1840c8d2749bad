package io.steptrace.runtime.internal.trace.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.time.Clock;

/**
 * What is put off until the JDK has reported all waits up to an instant: about a second, and never beyond three. Thread-safe.
 * Bounded: what finds no room is not put off.
 */
public final class Settling {

    static final int CAPACITY = 20_000;
    static final long MAX_WAIT_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** Where nothing is reported, nothing is put off. */
    private static final long ALL = Long.MAX_VALUE;

    private final Clock clock;
    private final PriorityQueue<PutOff> waiting = new PriorityQueue<>(
            Comparator.comparingLong(PutOff::untilNanos).thenComparingLong(PutOff::number));
    private long reportedNanos = ALL;
    /** Up to there all that was put off has run: what runs may put off more, which is to come behind the rest. */
    private long settledNanos = ALL;
    private long number;

    public Settling(Clock clock) {
        this.clock = clock;
    }

    /** Waits are reported from now on. */
    public synchronized void begin() {
        reportedNanos = 0;
        settledNanos = 0;
    }

    /**
     * Runs something once all waits have been reported up to that instant, at once if they have.
     *
     * @param epochNanos in nanoseconds since the epoch; 0 if none is awaited, as for most
     */
    public void after(long epochNanos, Runnable action) {
        if (epochNanos == 0) {
            action.run();
            return;
        }
        synchronized (this) {
            if (epochNanos > settledNanos && waiting.size() < CAPACITY) {
                waiting.add(new PutOff(epochNanos, number++, clock.nanoTime(), action));
                return;
            }
        }
        action.run();
    }

    /** All waits that have ended by then have been reported. */
    public void reportedUntil(long epochNanos) {
        synchronized (this) {
            reportedNanos = Math.max(reportedNanos, epochNanos);
        }
        runDue();
    }

    private void runDue() {
        for (PutOff due = nextDue(); due != null; due = nextDue()) {
            run(due);
        }
    }

    private synchronized PutOff nextDue() {
        if (!waiting.isEmpty() && waiting.peek().untilNanos() <= reportedNanos) {
            return waiting.poll();
        }
        settledNanos = reportedNanos;
        return null;
    }

    /** Runs what has been put off for too long; to be called about once a second. */
    public void sweep() {
        List<PutOff> overdue;
        synchronized (this) {
            long now = clock.nanoTime();
            overdue = waiting.stream().filter(each -> now - each.sinceNanos() >= MAX_WAIT_NANOS)
                    .sorted(waiting.comparator()).toList();
            waiting.removeAll(overdue);
        }
        overdue.forEach(Settling::run);
    }

    /** Puts off nothing of what is known up to now, nor what comes of that. */
    public void flush() {
        for (PutOff next = next(); next != null; next = next()) {
            run(next);
        }
    }

    private synchronized PutOff next() {
        return waiting.poll();
    }

    /** No more waits are reported. */
    public void stop() {
        synchronized (this) {
            reportedNanos = ALL;
        }
        runDue();
    }

    private static void run(PutOff due) {
        BrokenTelemetry.guard(due.action()::run);
    }

    /**
     * Something put off.
     *
     * @param number in the order of coming: what is due at the same instant runs in it
     */
    private record PutOff(long untilNanos, long number, long sinceNanos, Runnable action) {
    }
}
