package io.steptrace.runtime.internal.job;

import java.util.List;

/** How far a job has come. Each state knows the instants that led to it, on the monotonic clock and in order. */
public sealed interface JobState {

    /** When the job entered its queue, or simply began if it went through none. */
    long enqueuedNanos();

    /** The job waits for a worker. */
    record Enqueued(long enqueuedNanos) implements JobState {
    }

    /** A worker has begun with the job; contexts are being activated. */
    record Taken(long enqueuedNanos, long takenNanos) implements JobState {
    }

    /** The application's code runs, or is parked. */
    record Started(long enqueuedNanos, long takenNanos, long startedNanos) implements JobState {
    }

    /**
     * The job is over.
     *
     * @param takenNanos when it was taken; equal to {@code completedNanos} if it never was
     * @param startedNanos when it was started; equal to {@code completedNanos} if it never was
     * @param furthest the state it had reached before
     * @param lastParks the episodes that were still open, and those that overlapped them, in the order in which they began
     * @param parkCount how many episodes there were in the whole life of the job
     */
    record Completed(long enqueuedNanos, long takenNanos, long startedNanos, long completedNanos, JobState furthest,
            JobDurations durations, List<ParkEpisode> lastParks, long parkCount) implements JobState {

        /** Whether a worker ever began with the job. */
        public boolean wasTaken() {
            return !(furthest instanceof Enqueued);
        }
    }
}
