package io.steptrace.benchmarks.sampling;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a sink has received of a load.
 *
 * @param shares the traces of each kind
 * @param bytes of all requests
 */
record Delivery(Map<Kind, Share> shares, long bytes) {

    Delivery plus(Delivery more) {
        Map<Kind, Share> sums = new EnumMap<>(shares);
        more.shares.forEach((kind, share) -> sums.merge(kind, share, Share::plus));
        return new Delivery(sums, bytes + more.bytes);
    }

    double bytesPerRequest() {
        return (double) bytes / shares.values().stream().mapToLong(Share::made).sum();
    }

    double bytesPerArrivedTrace() {
        return (double) bytes / shares.values().stream().mapToLong(Share::arrived).sum();
    }
}
