package io.steptrace.runtime.internal.job;

/**
 * Where a job's time went, in nanoseconds; the four parts are never negative and add up to the total.
 *
 * @param queueWaitNanos from enqueued to taken by a worker
 * @param dispatchNanos from taken to the first line of the application's code
 * @param parkNanos the union of all parks, so that overlapping ones count once
 * @param activeNanos the rest: the job was working
 */
public record JobDurations(long queueWaitNanos, long dispatchNanos, long parkNanos, long activeNanos) {

    /** The whole life of the job, from enqueued to completed. */
    public long totalNanos() {
        return queueWaitNanos + dispatchNanos + parkNanos + activeNanos;
    }
}
