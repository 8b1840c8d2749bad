package io.steptrace.runtime.internal.stuck;

import java.time.Duration;

/**
 * Work that has been running for too long, as it was seen last; immutable.
 *
 * @param traceId of its trace
 * @param root the name of the request or job, as far as it is known by now
 * @param isRequest whether it is one that this process serves
 * @param step the innermost span its thread is in; {@code null} if that is the root, or none
 * @param age how long the request or job has been running
 * @param thread what runs its code, by name; {@code null} if no thread does, or none that is known
 * @param threadState such as {@code timed_waiting}; {@code null} without a thread
 * @param place the frame of the application's code; {@code null} without a thread
 * @param owner the thread that holds the lock it waits for, and its frame; {@code null} if there is none
 */
public record StuckWork(String traceId, String root, boolean isRequest, String step, Duration age, String thread,
        String threadState, String place, String owner) {

    /** @param name what the request or job is called */
    static StuckWork of(Sighting sighting, String name, long ageNanos, Standing standing) {
        return new StuckWork(sighting.subject().getSpanContext().getTraceId(), name, sighting.isRequest(), sighting.stepName(),
                Duration.ofNanos(ageNanos), standing.thread(), standing.state(), standing.place(), standing.owner());
    }

    /** As in {@code step.load on executor-thread-1 (blocked) in com.acme.Posts.load(Posts.java:42)}. */
    public String whereabouts() {
        String where = step == null ? "" : step + " ";
        where += thread == null ? "on no thread that is known" : "on " + thread + " (" + threadState + ")";
        where += place == null ? "" : " in " + place;
        return owner == null ? where : where + ", waiting for " + owner;
    }
}
