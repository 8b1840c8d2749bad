package io.steptrace.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.steptrace.fleet.collectors.Collectors;
import io.steptrace.fleet.collectors.OtelCollector;
import io.steptrace.fleet.services.Load;
import io.steptrace.fleet.services.Services;
import io.steptrace.fleet.traces.Traces;
import io.steptrace.neighbours.SpanFiles;

/** Collectors that are killed under load, and replaced: what is lost where, and that our spools lose nothing. */
@Execution(ExecutionMode.CONCURRENT)
class KilledCollectorIT {

    private static final int ITEMS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void ofTheSecondTierTakesAlongWhatItHadNotDecided() throws Exception {
        try (Fleet fleet = new Fleet(folder, Scale.decisionWait())) {
            Drill drill = kill("One of the second tier killed", fleet, fleet.collectors().second().get(0));

            assertThat(drill.accepted().repeated()).isZero();
            assertThat(drill.notSentOn()).isEmpty();
            drill.assertWholeButForThoseHeld();
        }
    }

    @Test
    void ofTheFirstTierTakesAlongWhatItHadNotSentOn() throws Exception {
        try (Fleet fleet = new Fleet(folder, Scale.decisionWait())) {
            Drill drill = kill("The first tier killed", fleet, fleet.collectors().first());

            assertThat(drill.held().ids()).containsAll(drill.notSentOn());
            drill.assertWholeButForThoseHeld();
        }
    }

    /** What the first tier has in its queue for the one that is away is gone. */
    @Test
    @EnabledIfSystemProperty(named = "fleet.seconds", matches = "\\d+")
    void ofBothTiersTakeAlongTheQueue() throws Exception {
        try (Fleet fleet = new Fleet(folder, Scale.decisionWait())) {
            Drill drill = kill("Both killed, one after the other", fleet, fleet.collectors().second().get(0),
                    fleet.collectors().first());

            assertThat(drill.notSentOn()).isNotEmpty();
            assertThat(drill.held().ids()).containsAll(drill.notSentOn());
        }
    }

    /** What it has no place for stays in our spools. */
    @Test
    void ofBothTiersTakeAlongNoQueueWhereThereIsNone() throws Exception {
        try (Fleet fleet = new Fleet(Collectors.withoutQueue(folder, Scale.decisionWait()), Scale.decisionWait())) {
            Drill drill = kill("Both killed, one after the other, first tier without a queue", fleet,
                    fleet.collectors().second().get(0), fleet.collectors().first());

            assertThat(drill.notSentOn()).isEmpty();
        }
    }

    /** Each of them goes a while after the one before, and all come back. */
    private static Drill kill(String title, Fleet fleet, OtelCollector... victims) throws Exception {
        try (Services services = fleet.services("head:1.0");
                Load load = new Load(services, Scale.requestsPerSecond(), ITEMS)) {
            awaitSeconds(load, Scale.secondsBefore());
            for (OtelCollector victim : victims) {
                victim.kill();
                awaitSeconds(load, Scale.secondsDown());
            }
            Traces held = Traces.in(List.of(victims).stream().map(OtelCollector::arrived).toArray(SpanFiles[]::new));
            List.of(victims).forEach(OtelCollector::start);
            awaitSeconds(load, Scale.secondsAfter());
            Drill drill = new Drill(load.stop(), held, services, fleet);
            drill.report(title).print();
            drill.assertOurAccount();
            return drill;
        }
    }

    private static void awaitSeconds(Load load, int seconds) {
        int before = load.answered();
        await("load").atMost(PATIENCE)
                .until(() -> load.answered() >= before + seconds * Scale.requestsPerSecond());
    }
}
