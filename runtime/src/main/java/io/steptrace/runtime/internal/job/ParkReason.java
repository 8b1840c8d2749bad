package io.steptrace.runtime.internal.job;

import io.steptrace.ParkCause;

/**
 * What a job waits for while parked.
 *
 * @param cause the kind of wait
 * @param token what exactly is waited for; {@code null} if unknown
 * @param limit how full the limiting resource was; {@code null} if nothing limits
 */
public record ParkReason(ParkCause cause, String token, Limit limit) {

    /**
     * A concurrency limit, as found when the wait began.
     *
     * @param current the permits in use
     * @param max the permits there are
     */
    public record Limit(int current, int max) {
    }

    /** A wait of which only the cause is known. */
    public static ParkReason of(ParkCause cause) {
        return new ParkReason(cause, null, null);
    }
}
