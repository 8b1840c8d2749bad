package io.steptrace.fleet.services;

import io.steptrace.fleet.Course;

/**
 * A request to the first service, with its answer.
 *
 * @param seen the {@code traceparent} that the second service was sent; empty if the request has failed
 * @param millis how long it took
 * @param atMillis when it was sent, on the clock of {@link System#currentTimeMillis()}
 */
public record Sent(Course course, String traceId, int status, String seen, long millis, long atMillis) {

    /** Whether the first service told the second that the trace is sampled. */
    public boolean isSampled() {
        return (Integer.parseInt(seen.substring(seen.length() - 2), 16) & 1) == 1;
    }
}
