package io.steptrace.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.test.TraceReceiver;
import io.steptrace.test.Traces;

/** Tracing keeps no carrier from other virtual threads: not around a call, not in a queue, not where spans end and leave. */
@QuarkusTest
@TestProfile(PinningTest.EverythingOn.class)
@WithTestResource(TraceReceiver.class)
class PinningTest {

    private static final String[] PAGES = { "/pages/1", "/pages/4", "/turns/1" };
    /**
     * All that virtual threads do here: they serve, queue, park, fan out, resume, and wait for a bulkhead, a semaphore and a
     * task.
     */
    private static final Set<String> SPANS = Set.of("http.server: GET /pages/{id}", "step.load_page", "db.get post",
            "step.load_page.resume", "step.take_turn", "compute.permit", "step.end_turn", "job.queue_wait", "job.park(io_wait)",
            "job.park(backpressure)");

    private static final Predicate<String> OURS = name -> name.startsWith("io.steptrace.")
            && !name.startsWith("io.steptrace.threads.");

    @TestHTTPResource("/")
    URI application;

    Traces traces;

    private Crowd crowd;

    /** The first requests load classes, and are pinned meanwhile. */
    @BeforeEach
    void warmUp() {
        crowd = new Crowd(application);
        crowd.reads(PAGES);
    }

    @Test
    void pinsNoCarrierWhileACrowdReads() throws Exception {
        try (PinRecording recording = PinRecording.begun()) {
            int requests = crowd.reads(PAGES);
            await().until(() -> exported().containsAll(SPANS));
            recording.end();

            assertThat(recording.startedThreads()).isGreaterThan(requests);
            // the application does not pin either, so that its generated subclasses are not exempt
            assertNone(recording.pinsBlamedOn(name -> name.startsWith("io.steptrace.")));
        }
    }

    @Test
    void leavesTheBlameForAPinnedCarrierWithTheApplication() throws Exception {
        try (PinRecording recording = PinRecording.begun()) {
            crowd.oneReads("/settings");
            recording.end();

            assertThat(recording.pinsBlamedOn(Settings.Loaded.class.getName()::equals)).isNotEmpty()
                    .allMatch(pin -> pin.isBelow(OURS));
            assertNone(recording.pinsBlamedOn(OURS));
        }
    }

    private Set<String> exported() {
        return traces.all().stream().flatMap(trace -> trace.spans().stream()).map(SpanData::getName)
                .collect(Collectors.toSet());
    }

    private static void assertNone(List<Pin> pins) {
        assertThat(pins.stream().limit(3)).as("%d pins, the first of which", pins.size()).isEmpty();
    }

    /** Exports, samples, measures, and promotes every wait; processors that block. */
    public static class EverythingOn implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry(BlockingProcessors.KEY, "true"),
                    Map.entry("quarkus.otel.metrics.enabled", "true"),
                    Map.entry("quarkus.otel.metric.export.interval", "1h"),
                    Map.entry("quarkus.otel.logs.enabled", "true"),
                    Map.entry("quarkus.otel.logs.exporter", "none"),
                    Map.entry("quarkus.steptrace.events", "logs"),
                    Map.entry("quarkus.steptrace.sampler", "head:0.5,tail:park"),
                    Map.entry("quarkus.steptrace.promote.queue-wait", "1ms"),
                    Map.entry("quarkus.steptrace.promote.park-wait", "1ms"));
        }
    }
}
