package io.steptrace.runtime.internal.sampling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.steptrace.runtime.internal.stats.RoutePercentiles;
import io.steptrace.runtime.internal.time.Clock;

/**
 * How many traces are kept in a second, with a fair share for each route; thread-safe.
 * <p>
 * A second is shared by what the routes wanted in the one before: those that want little get all of it, and the rest is divided
 * among the others and those that are not known yet. What a route wanted before is reserved for it, as far as its share goes,
 * however many others flood first. A route never gets more than half, so that there is room for one that comes later in the
 * same second.
 */
final class KeepRate {

    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final int maxPerSecond;
    private final Clock clock;

    private Map<String, Route> routes = new HashMap<>();
    private long begunNanos;
    private int kept;
    /** Reserved for routes that have not asked for it yet. */
    private int reserved;
    private int share;

    /** @param maxPerSecond in all; 0 for no limit */
    KeepRate(int maxPerSecond, Clock clock) {
        this.maxPerSecond = maxPerSecond;
        this.clock = clock;
        this.begunNanos = clock.nanoTime();
        this.share = fairShare(List.of());
    }

    /** Whether a trace of this route that there is a reason to keep may be kept. */
    boolean admits(String route) {
        return maxPerSecond == 0 || admitsNow(route);
    }

    /** How many routes have a count of their own, or share one. */
    synchronized int routes() {
        return routes.size();
    }

    private synchronized boolean admitsNow(String route) {
        long now = clock.nanoTime();
        if (now - begunNanos >= SECOND_NANOS) {
            // after a silence the one before is none of those that were counted
            beginSecond(now - begunNanos < 2 * SECOND_NANOS ? routes : Map.of());
            begunNanos = now;
        }
        Route counted = route(route);
        counted.wanted++;
        boolean isReserved = counted.kept < counted.reserved;
        if (kept >= maxPerSecond || !isReserved && (counted.kept >= share || kept + reserved >= maxPerSecond)) {
            return false;
        }
        if (isReserved) {
            reserved--;
        }
        counted.kept++;
        kept++;
        return true;
    }

    private void beginSecond(Map<String, Route> before) {
        share = fairShare(before.values().stream().map(Route::wanted).filter(wanted -> wanted > 0).sorted().toList());
        kept = 0;
        reserved = 0;
        Map<String, Route> known = new HashMap<>();
        before.forEach((name, route) -> {
            if (route.wanted > 0) {
                int forIt = Math.min(route.wanted, share);
                known.put(name, new Route(forIt));
                reserved += forIt;
            }
        });
        routes = known;
    }

    private Route route(String name) {
        Route known = routes.get(name);
        if (known != null) {
            return known;
        }
        String counted = routes.size() < RoutePercentiles.MAX_ROUTES ? name : RoutePercentiles.OTHER;
        return routes.computeIfAbsent(counted, absent -> new Route(0));
    }

    /**
     * What each route gets at most.
     *
     * @param wanted by each route, the least first
     */
    private int fairShare(List<Integer> wanted) {
        int left = maxPerSecond;
        // one more than there are, for those to come
        int sharing = wanted.size() + 1;
        for (int each : wanted) {
            if (each > left / sharing) {
                break;
            }
            left -= each;
            sharing--;
        }
        return Math.max(1, Math.min(maxPerSecond / 2, left / sharing));
    }

    /** What a route has had of the current second. */
    private static final class Route {
        private final int reserved;
        private int wanted;
        private int kept;

        private Route(int reserved) {
            this.reserved = reserved;
        }

        private int wanted() {
            return wanted;
        }
    }
}
