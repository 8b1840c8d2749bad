package io.steptrace.runtime.internal.job;

/**
 * One finished wait of a job.
 *
 * @param reason what was waited for
 * @param parkedNanos when the wait began, on the monotonic clock
 * @param resumedNanos when it ended, never before it began
 */
public record ParkEpisode(ParkReason reason, long parkedNanos, long resumedNanos) {

    /** How long the wait took. */
    public long durationNanos() {
        return resumedNanos - parkedNanos;
    }
}
