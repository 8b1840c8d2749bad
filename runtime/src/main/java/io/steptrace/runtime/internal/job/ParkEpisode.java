package io.steptrace.runtime.internal.job;

/**
 * One finished wait of a job.
 *
 * @param reason what was waited for
 * @param parkedNanos when the wait began, on the monotonic clock
 * @param resumedNanos when it ended, never before it began
 * @param threadId the thread that was blocked by it; {@link #NO_THREAD} if it began on one thread and ended on another
 */
public record ParkEpisode(ParkReason reason, long parkedNanos, long resumedNanos, long threadId) {

    /** The job waited, and no thread with it. */
    public static final long NO_THREAD = 0;

    /** How long the wait took. */
    public long durationNanos() {
        return resumedNanos - parkedNanos;
    }
}
