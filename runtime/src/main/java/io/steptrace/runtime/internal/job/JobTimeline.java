package io.steptrace.runtime.internal.job;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.steptrace.runtime.internal.job.JobState.Completed;
import io.steptrace.runtime.internal.job.JobState.Enqueued;
import io.steptrace.runtime.internal.job.JobState.Started;
import io.steptrace.runtime.internal.job.JobState.Taken;
import io.steptrace.runtime.internal.time.Clock;

/**
 * The record of one job's life, written by the threads on which its facts happen.
 * <p>
 * Thread-safe. The clock is read under the lock, so that facts stand in the order in which they were recorded and time never
 * runs backwards within a job. A fact that comes too late or twice is ignored: recording must never fail the work it records.
 */
public final class JobTimeline {

    private final Clock clock;
    private final long activeBeforeNanos;
    private final ParkLog closedParks = new ParkLog();
    private Set<OpenPark> detailedOpenParks = Set.of();

    private JobState state;
    private long latestNanos;
    private long parkCount;
    private int openParks;
    private long parkedSinceNanos;
    private long parkNanos;
    private long provenParks;

    private JobTimeline(Clock clock, JobState state, long latestNanos, long activeBeforeNanos) {
        this.clock = clock;
        this.activeBeforeNanos = activeBeforeNanos;
        this.state = state;
        this.latestNanos = latestNanos;
    }

    /** A job that waits in a queue from {@code enqueuedNanos} on. */
    public static JobTimeline enqueued(Clock clock, long enqueuedNanos) {
        return enqueued(clock, enqueuedNanos, enqueuedNanos);
    }

    /** Work that began at {@code startNanos} and was active until, at {@code enqueuedNanos}, it came to wait in a queue. */
    public static JobTimeline enqueued(Clock clock, long startNanos, long enqueuedNanos) {
        return new JobTimeline(clock, new Enqueued(enqueuedNanos), enqueuedNanos, Math.max(0, enqueuedNanos - startNanos));
    }

    /** Work that went through no queue and has been running since {@code startedNanos}. */
    public static JobTimeline running(Clock clock, long startedNanos) {
        return new JobTimeline(clock, new Started(startedNanos, startedNanos, startedNanos), startedNanos, 0);
    }

    /**
     * A worker begins with the job.
     *
     * @return what the job has become with that; {@code null} if it does not wait any more
     */
    public synchronized Taken take() {
        return takeAt(clock.nanoTime());
    }

    /** As {@link #take()}, at an instant the caller has read; not before the job was enqueued. */
    public synchronized Taken takeAt(long nanos) {
        if (state instanceof Enqueued enqueued) {
            latestNanos = later(latestNanos, nanos);
            Taken taken = new Taken(enqueued.enqueuedNanos(), latestNanos);
            state = taken;
            return taken;
        }
        return null;
    }

    /**
     * Contexts are active and the application's code begins.
     *
     * @return what the job has become with that; {@code null} if it has not been taken, or has begun already
     */
    public synchronized Started start() {
        if (state instanceof Taken taken) {
            Started started = new Started(taken.enqueuedNanos(), taken.takenNanos(), now());
            state = started;
            return started;
        }
        return null;
    }

    /** How far the job has come. */
    public synchronized JobState state() {
        return state;
    }

    /**
     * The job begins to wait. Any number of waits may be open at a time, from any threads.
     *
     * @return the wait, to be resumed once; one that counts for nothing if the job is not running
     */
    public synchronized OpenPark park(ParkReason reason) {
        if (!(state instanceof Started)) {
            return new OpenPark(this, reason, latestNanos, false);
        }
        long now = now();
        parkCount++;
        if (openParks++ == 0) {
            parkedSinceNanos = now;
        }
        OpenPark park = new OpenPark(this, reason, now, true);
        if (detailedOpenParks.isEmpty()) {
            detailedOpenParks = new LinkedHashSet<>(4);
        }
        if (detailedOpenParks.size() < ParkLog.CAPACITY) {
            detailedOpenParks.add(park);
        }
        return park;
    }

    /**
     * One wait ends.
     *
     * @return if it was the last one open, the episodes that overlapped one another up to now, in the order in which they
     *         began; else empty
     */
    synchronized List<ParkEpisode> resume(OpenPark park) {
        if (!(state instanceof Started) || !park.close()) {
            return List.of();
        }
        long now = now();
        detailedOpenParks.remove(park);
        closedParks.add(park.resumedAt(now));
        if (--openParks > 0) {
            return List.of();
        }
        parkNanos += now - parkedSinceNanos;
        return closedParks.drain();
    }

    /** Whether any wait is open. */
    public synchronized boolean isParked() {
        return openParks > 0;
    }

    /** Remembers this instant as the possible beginning of a wait, which only its end can prove to have been one. */
    public synchronized PossiblePark mayPark() {
        long now = now();
        return new PossiblePark(now, parkedUntil(now), provenParks);
    }

    /**
     * What began as a possible wait has been one, and ends now. It counts for nothing if the job is not running, or if another
     * wait of this sort was proven since it began.
     *
     * @return as {@link OpenPark#resume} does
     */
    public synchronized List<ParkEpisode> parkedSince(PossiblePark begin, ParkReason reason) {
        if (!(state instanceof Started started) || begin.nanos() - started.startedNanos() < 0
                || begin.provenParks() != provenParks) {
            return List.of();
        }
        long now = now();
        parkCount++;
        // other waits may have been open meanwhile: only the rest of the interval is new to the union
        parkNanos += now - begin.nanos() - (parkedUntil(now) - begin.parkedNanos());
        provenParks++;
        closedParks.add(new ParkEpisode(reason, begin.nanos(), now, Thread.currentThread().getId()));
        return openParks > 0 ? List.of() : closedParks.drain();
    }

    /**
     * The job is over; waits still open close here.
     *
     * @return the completed job, the same one however often this is called
     */
    public synchronized Completed complete() {
        return completeAt(clock.nanoTime());
    }

    /** As {@link #complete()}, at an instant the caller has read; not before the latest fact. */
    public synchronized Completed completeAt(long nanos) {
        if (state instanceof Completed completed) {
            return completed;
        }
        latestNanos = later(latestNanos, nanos);
        long now = latestNanos;
        parkNanos = parkedUntil(now);
        detailedOpenParks.forEach(park -> closedParks.add(park.resumedAt(now)));
        Completed completed = completedAt(now);
        state = completed;
        return completed;
    }

    private Completed completedAt(long now) {
        JobState furthest = state;
        long taken = now;
        long started = now;
        if (furthest instanceof Taken reached) {
            taken = reached.takenNanos();
        } else if (furthest instanceof Started reached) {
            taken = reached.takenNanos();
            started = reached.startedNanos();
        }
        long enqueued = furthest.enqueuedNanos();
        JobDurations durations = new JobDurations(taken - enqueued, started - taken, parkNanos,
                activeBeforeNanos + now - started - parkNanos);
        return new Completed(enqueued, taken, started, now, furthest, durations, closedParks.drain(), parkCount);
    }

    /** The union of all waits up to this instant, which is not before the latest fact. */
    private long parkedUntil(long nanos) {
        return openParks > 0 ? parkNanos + nanos - parkedSinceNanos : parkNanos;
    }

    private long now() {
        latestNanos = later(latestNanos, clock.nanoTime());
        return latestNanos;
    }

    /** Compares by difference, because readings of a monotonic clock may overflow. */
    private static long later(long one, long other) {
        return other - one > 0 ? other : one;
    }
}
