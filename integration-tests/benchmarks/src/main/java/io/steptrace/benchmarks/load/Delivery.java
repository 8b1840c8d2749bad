package io.steptrace.benchmarks.load;

import java.util.EnumMap;
import java.util.Map;

import io.steptrace.benchmarks.load.Mix.Kind;

/**
 * What a sink has received of a load.
 *
 * @param shares the traces of each kind
 * @param bytes of all requests
 */
record Delivery(Map<Kind, Share> shares, long bytes) {

    /** How many traces of a kind have arrived, of how many there were. */
    record Share(long arrived, long made) {

        Share minus(Share part) {
            return new Share(arrived - part.arrived, made - part.made);
        }

        Share plus(Share more) {
            return new Share(arrived + more.arrived, made + more.made);
        }

        long lost() {
            return made - arrived;
        }

        double percent() {
            return 100.0 * arrived / made;
        }
    }

    Delivery plus(Delivery more) {
        Map<Kind, Share> sums = new EnumMap<>(shares);
        more.shares.forEach((kind, share) -> sums.merge(kind, share, Share::plus));
        return new Delivery(sums, bytes + more.bytes);
    }

    /** Of all kinds. */
    Share all() {
        return shares.values().stream().reduce(new Share(0, 0), Share::plus);
    }

    double bytesPerRequest() {
        return (double) bytes / all().made();
    }

    double bytesPerArrivedTrace() {
        return (double) bytes / all().arrived();
    }
}
