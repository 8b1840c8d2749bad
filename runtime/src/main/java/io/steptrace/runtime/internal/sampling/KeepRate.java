package io.steptrace.runtime.internal.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.steptrace.runtime.internal.stats.BoundedMap;
import io.steptrace.runtime.internal.stats.RollingSlices;
import io.steptrace.runtime.internal.stats.RoutePercentiles;
import io.steptrace.runtime.internal.time.Clock;

/**
 * How many traces are kept in a second, with a fair share for each route; thread-safe.
 * <p>
 * A second is shared by what the routes wanted in the one before: those that want little get all of it, and the rest is divided
 * among the rest and those that are not known yet. What a route wanted before is reserved for it, as far as its share goes,
 * however much the rest floods first. A route never gets more than half, so that there is room for one that comes later in the
 * same second.
 */
final class KeepRate {

    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final int maxPerSecond;
    private final RollingSlices<Second> seconds;

    /** @param maxPerSecond in all; 0 for no limit */
    KeepRate(int maxPerSecond, Clock clock) {
        this.maxPerSecond = maxPerSecond;
        this.seconds = new RollingSlices<>(SECOND_NANOS, clock, Second::new);
    }

    /** Whether a trace of this route that there is a reason to keep may be kept. */
    boolean admits(String route) {
        return maxPerSecond == 0 || admitsNow(route);
    }

    /** How many routes have a count of their own, or share one. */
    synchronized int routes() {
        return seconds.current().younger().routes.known().size();
    }

    private synchronized boolean admitsNow(String route) {
        return seconds.current().younger().admits(route);
    }

    /** What is kept in one second. */
    private final class Second {

        private final BoundedMap<String, Route> routes = RoutePercentiles.byRoute(route -> new Route());
        private final int share;
        private int kept;
        /** Reserved for routes that have not asked for it yet. */
        private int reserved;

        /** @param before the one before; null if it was none of those that were counted */
        private Second(Second before) {
            List<Integer> wanted = new ArrayList<>();
            if (before != null) {
                before.routes.known().forEach((name, route) -> wanted.add(route.wanted));
            }
            share = fairShare(wanted.stream().filter(each -> each > 0).sorted().toList());
            if (before != null) {
                before.routes.known().forEach((name, route) -> reserve(name, Math.min(route.wanted, share)));
            }
        }

        private void reserve(String name, int count) {
            if (count > 0) {
                routes.get(name).reserved += count;
                reserved += count;
            }
        }

        private boolean admits(String name) {
            Route route = routes.get(name);
            route.wanted++;
            boolean isReserved = route.kept < route.reserved;
            if (kept >= maxPerSecond || !isReserved && (route.kept >= share || kept + reserved >= maxPerSecond)) {
                return false;
            }
            if (isReserved) {
                reserved--;
            }
            route.kept++;
            kept++;
            return true;
        }
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

    /** What a route has had of a second. */
    private static final class Route {
        private int reserved;
        private int wanted;
        private int kept;
    }
}
