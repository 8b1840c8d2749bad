package io.steptrace.runtime.internal.stats;

import java.time.Duration;

import io.steptrace.runtime.internal.time.Clock;

/**
 * A rolling percentile for each route, as many as a bound allows; routes beyond share one. Thread-safe, and lock-free for
 * routes that are known.
 */
public final class RoutePercentiles {

    /** A hundred windows take five megabytes. */
    public static final int MAX_ROUTES = 100;

    /** The name of the route that all routes beyond the bound share. */
    public static final String OTHER = BoundedMap.OTHER;

    private final BoundedMap<String, RollingPercentile> byRoute;

    public RoutePercentiles(Duration window, Clock clock) {
        this.byRoute = new BoundedMap<>(MAX_ROUTES, route -> OTHER, route -> new RollingPercentile(window, clock));
    }

    /** The percentiles of a route, made when it is first asked for. */
    public RollingPercentile of(String route) {
        return byRoute.get(route);
    }

    /** How many windows there are. */
    public int size() {
        return byRoute.known().size();
    }
}
