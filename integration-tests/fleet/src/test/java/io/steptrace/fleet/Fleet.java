package io.steptrace.fleet;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import io.steptrace.fleet.collectors.Collectors;
import io.steptrace.fleet.collectors.OtelCollector;
import io.steptrace.fleet.services.Services;
import io.steptrace.fleet.traces.Traces;
import io.steptrace.neighbours.SpanFiles;

/** Collectors in two tiers, and services in front of them. */
final class Fleet implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);
    /** The second tier decides once a second; what it has kept is collected for a moment. */
    private static final Duration TICKS = Duration.ofSeconds(2);

    private final Collectors collectors;
    private final Duration decisionWait;

    Fleet(Path folder, Duration decisionWait) {
        this(new Collectors(folder, decisionWait), decisionWait);
    }

    Fleet(Collectors collectors, Duration decisionWait) {
        this.collectors = collectors;
        this.decisionWait = decisionWait;
    }

    Collectors collectors() {
        return collectors;
    }

    /** Starts both services, with this sampler. */
    Services services(String sampler) {
        return new Services(collectors.first().address(), sampler);
    }

    /** Waits until the first tier has all spans that have ended, and the second has decided on those that it has. */
    void settle(Services services) {
        services.awaitExported();
        Quiet all = new Quiet(this::written);
        await("the last decision").atMost(PATIENCE).pollInterval(POLL).until(() -> all.lasts(decisionWait.plus(TICKS)));
    }

    private long written() {
        return Stream.of(arrivals()).mapToLong(SpanFiles::bytes).sum() + collectors.backend().arrived().bytes();
    }

    Fates fates() {
        return new Fates(Traces.in(collectors.first().arrived()), Traces.in(collectors.backend().arrived()));
    }

    /** All that the second tier has accepted. */
    Traces arrived() {
        return Traces.in(arrivals());
    }

    private SpanFiles[] arrivals() {
        return collectors.second().stream().map(OtelCollector::arrived).toArray(SpanFiles[]::new);
    }

    @Override
    public void close() {
        collectors.close();
    }
}
