package io.steptrace.runtime.internal.stats;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.steptrace.runtime.internal.time.Clock;

/**
 * A rolling percentile for each route, as many as a bound allows; routes beyond share one. Thread-safe, and lock-free for
 * routes that are known.
 */
public final class RoutePercentiles {

    /** A hundred windows take five megabytes. */
    public static final int MAX_ROUTES = 100;

    /** The name of the route that all routes beyond the bound share. */
    public static final String OTHER = "other";

    private final Duration window;
    private final Clock clock;
    private final ConcurrentMap<String, RollingPercentile> byRoute = new ConcurrentHashMap<>();

    public RoutePercentiles(Duration window, Clock clock) {
        this.window = window;
        this.clock = clock;
    }

    /** The percentiles of a route, made when it is first asked for. */
    public RollingPercentile of(String route) {
        RollingPercentile known = byRoute.get(route);
        if (known != null) {
            return known;
        }
        // a few more may slip in at the same moment
        String counted = byRoute.size() < MAX_ROUTES ? route : OTHER;
        return byRoute.computeIfAbsent(counted, absent -> new RollingPercentile(window, clock));
    }

    /** How many windows there are. */
    public int size() {
        return byRoute.size();
    }
}
