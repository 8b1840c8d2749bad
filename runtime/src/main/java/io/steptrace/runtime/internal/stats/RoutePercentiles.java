package io.steptrace.runtime.internal.stats;

import java.time.Duration;
import java.util.function.Function;

import io.steptrace.runtime.internal.time.Clock;

/** A rolling percentile for each route, as many as a bound allows; routes beyond share one. Thread-safe. */
public final class RoutePercentiles {

    /** A hundred windows take five megabytes. */
    public static final int MAX_ROUTES = 100;

    /** The name of the route that all routes beyond the bound share. */
    public static final String OTHER = BoundedMap.OTHER;

    private final BoundedMap<String, RollingPercentile> byRoute;

    public RoutePercentiles(Duration window, Clock clock) {
        this.byRoute = byRoute(route -> new RollingPercentile(window, clock));
    }

    /** Values by route, as many as there are routes with percentiles. */
    public static <V> BoundedMap<String, V> byRoute(Function<String, V> newValue) {
        return new BoundedMap<>(MAX_ROUTES, route -> OTHER, newValue);
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
