package io.steptrace.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import io.steptrace.fleet.services.Load;
import io.steptrace.fleet.services.Sent;
import io.steptrace.fleet.services.Services;
import io.steptrace.fleet.traces.Traces;

/** As many spans as {@code run.sh} was asked for, and what they cost. A build has no time for it. */
@EnabledIfSystemProperty(named = "fleet.spans", matches = "\\d+")
class ManySpansIT {

    /** With these a request is some thirty spans. */
    private static final int ITEMS = 23;

    @TempDir
    Path folder;

    @Test
    void goThroughItAndNoneIsLost() throws Exception {
        try (Fleet fleet = new Fleet(folder, Scale.decisionWait());
                Services services = fleet.services("head:1.0");
                Load load = new Load(services, Scale.requestsPerSecond(), ITEMS)) {
            long begun = System.nanoTime();
            await("the spans").atMost(Duration.ofMinutes(30)).pollInterval(Duration.ofMillis(100))
                    .until(() -> services.ended() >= Scale.spans());
            List<Sent> sent = load.stop();
            Duration time = Duration.ofNanos(System.nanoTime() - begun);
            services.awaitExported();
            Duration ofServices = services.processorTime();
            Drill drill = new Drill(sent, Traces.in(), services, fleet);
            Duration ofCollectors = fleet.collectors().processorTime();
            Report report = drill.report("Many spans, no Collector killed");
            report.row("seconds", time.toSeconds());
            report.row("processor seconds of both services", ofServices.toSeconds());
            report.row("processor seconds of the three Collectors", ofCollectors.toSeconds());
            report.print();

            drill.assertOurAccount();
            assertThat(drill.accepted().repeated()).isZero();
            assertThat(drill.notSentOn()).isEmpty();
            assertThat(drill.worthKeeping()).allMatch(drill.fates()::isWhole);
        }
    }
}
