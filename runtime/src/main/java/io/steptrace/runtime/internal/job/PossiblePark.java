package io.steptrace.runtime.internal.job;

/**
 * An instant at which a wait may have begun.
 *
 * @param nanos the instant, on the monotonic clock
 * @param parkedNanos the union of all waits of the job up to then
 * @param provenParks how many possible waits of the job had turned out to be real ones by then
 */
public record PossiblePark(long nanos, long parkedNanos, long provenParks) {

    /** In a job that has not been parked before. */
    public static PossiblePark first(long nanos) {
        return new PossiblePark(nanos, 0, 0);
    }
}
