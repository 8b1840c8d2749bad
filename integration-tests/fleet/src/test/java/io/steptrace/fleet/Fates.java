package io.steptrace.fleet;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.steptrace.fleet.services.Sent;
import io.steptrace.fleet.services.Services;
import io.steptrace.fleet.traces.TraceParts;
import io.steptrace.fleet.traces.Traces;

/**
 * What has become of the traces of requests.
 *
 * @param accepted what the first tier has accepted
 * @param kept what the second tier has kept
 */
record Fates(Traces accepted, Traces kept) {

    private static final Set<String> BOTH = Set.of(Services.ORDERS, Services.STOCK);

    boolean isAccepted(Sent request) {
        return !accepted.of(request.traceId()).spans().isEmpty();
    }

    boolean isKept(Sent request) {
        return !kept.of(request.traceId()).spans().isEmpty();
    }

    /** Whether all that the first tier has accepted of it is kept, and that is a whole tree across both services. */
    boolean isWhole(Sent request) {
        TraceParts parts = kept.of(request.traceId());
        return parts.spans().equals(accepted.of(request.traceId()).spans()) && isAcrossBoth(parts);
    }

    /** Whether it has got to the first tier as a whole tree across both services. */
    boolean isAcceptedWhole(Sent request) {
        return isAcrossBoth(accepted.of(request.traceId()));
    }

    private static boolean isAcrossBoth(TraceParts parts) {
        return parts.isConnected() && parts.services().equals(BOTH);
    }

    /** The services of which something is kept. */
    Set<String> services(Sent request) {
        return kept.of(request.traceId()).services();
    }

    /** The first policies that wanted it; more than one if it was decided more than once. */
    Set<String> policies(Sent request) {
        return kept.of(request.traceId()).policies();
    }

    /** The first policies that wanted any of them. */
    String policies(List<Sent> requests) {
        Set<String> all = new TreeSet<>();
        requests.forEach(request -> all.addAll(policies(request)));
        return String.join(", ", all);
    }
}
