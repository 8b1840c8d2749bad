package io.steptrace.runtime.internal.sampling;

import java.time.Duration;

import io.steptrace.runtime.internal.stats.RoutePercentiles;
import io.steptrace.runtime.internal.time.Clock;

/**
 * What is usual on each route of late: how long requests take, wait in queues and are parked. Thread-safe.
 *
 * @param latency of requests, by the name of their root span
 * @param queueWait of jobs, by route
 * @param park single parks, by route
 */
public record RouteWindows(RoutePercentiles latency, RoutePercentiles queueWait, RoutePercentiles park) {

    /** Empty windows of this length. */
    public static RouteWindows looking(Duration back, Clock clock) {
        return new RouteWindows(new RoutePercentiles(back, clock), new RoutePercentiles(back, clock),
                new RoutePercentiles(back, clock));
    }
}
