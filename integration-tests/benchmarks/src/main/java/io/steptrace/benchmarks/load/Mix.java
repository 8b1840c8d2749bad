package io.steptrace.benchmarks.load;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import io.steptrace.benchmarks.load.Delivery.Share;
import io.steptrace.benchmarks.served.Visits;
import io.vertx.core.http.HttpClientResponse;

/**
 * Requests of which one in a hundred fails and one in a hundred is slow, and the traces of these two. To be asked
 * for its account when the load has stopped.
 */
final class Mix implements Visits {

    /** What becomes of a request. All kinds have the same route. */
    enum Kind {

        ORDINARY(200),

        FAILING(500),

        /** Takes 60 ms and more. */
        SLOW(200);

        /** What it is answered with. */
        private final int status;

        Kind(int status) {
            this.status = status;
        }

        String page() {
            return "/mixed/" + name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String TRACE = "Trace-Id";
    private static final int HUNDRED = 100;

    /** The same order for both builds. */
    private final Random random = new Random(42);
    private final Map<Kind, Set<UUID>> noted = new EnumMap<>(
            Map.of(Kind.FAILING, new HashSet<>(), Kind.SLOW, new HashSet<>()));
    private long answers;

    @Override
    public String next() {
        return draw().page();
    }

    @Override
    public void answered(HttpClientResponse response) {
        Kind kind = kindOf(response.request().getURI());
        String traceId = response.getHeader(TRACE);
        if (response.statusCode() != kind.status || traceId == null) {
            throw new IllegalStateException("every request must be answered as it asks, with its trace: "
                    + kind.page() + " gave " + response.statusCode() + " in trace " + traceId);
        }
        answers++;
        if (kind != Kind.ORDINARY) {
            noted.get(kind).add(ReceivedTraces.parse(traceId));
        }
    }

    /** What has become of the traces of each kind. */
    Map<Kind, Share> account(Collection<UUID> received) {
        Share failing = share(Kind.FAILING, received);
        Share slow = share(Kind.SLOW, received);
        Share all = new Share(received.size(), answers);
        return Map.of(Kind.FAILING, failing, Kind.SLOW, slow, Kind.ORDINARY, all.minus(failing).minus(slow));
    }

    private Share share(Kind kind, Collection<UUID> received) {
        Set<UUID> all = noted.get(kind);
        return new Share(all.stream().filter(received::contains).count(), all.size());
    }

    private Kind draw() {
        return switch (random.nextInt(HUNDRED)) {
            case 0 -> Kind.FAILING;
            case 1 -> Kind.SLOW;
            default -> Kind.ORDINARY;
        };
    }

    private static Kind kindOf(String page) {
        return Arrays.stream(Kind.values()).filter(kind -> kind.page().equals(page)).findFirst()
                .orElseThrow(() -> new IllegalStateException("a page was answered that was not asked for: " + page));
    }
}
