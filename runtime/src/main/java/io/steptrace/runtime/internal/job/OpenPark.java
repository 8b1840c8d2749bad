package io.steptrace.runtime.internal.job;

import java.util.List;

/** A wait that has begun; {@link #resume()} ends it, from any thread, and a second call is harmless. */
public final class OpenPark {

    private final JobTimeline timeline;
    private final ParkReason reason;
    private final long parkedNanos;
    private final long threadId = Thread.currentThread().getId();
    private boolean open;

    OpenPark(JobTimeline timeline, ParkReason reason, long parkedNanos, boolean open) {
        this.timeline = timeline;
        this.reason = reason;
        this.parkedNanos = parkedNanos;
        this.open = open;
    }

    /**
     * The job goes on.
     *
     * @return if no other wait of the job is open, the episodes that overlapped one another up to now; else empty
     */
    public List<ParkEpisode> resume() {
        return timeline.resume(this);
    }

    /** Guarded by the timeline's lock. */
    boolean close() {
        boolean wasOpen = open;
        open = false;
        return wasOpen;
    }

    ParkEpisode resumedAt(long nanos) {
        boolean isThreads = Thread.currentThread().getId() == threadId;
        return new ParkEpisode(reason, parkedNanos, nanos, isThreads ? threadId : ParkEpisode.NO_THREAD);
    }
}
