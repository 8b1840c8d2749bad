package io.steptrace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.steptrace.collector.Behaviour;
import io.steptrace.collector.Collector;
import io.steptrace.collector.ReceivedRequest;

/** The export over HTTP as an operator has it: the packaged application, configured from outside. */
class ExportIT {

    private static final int SPANS = 10;

    /** Those made, and that of the request. */
    private static final int SPANS_OF_A_REQUEST = SPANS + 1;

    private static final Duration RESET_TIMEOUT = Duration.ofSeconds(2);

    /** A refusal after the other, and no long wait for the trial. */
    private static final Map<String, String> HURRIED = Map.of(
            "quarkus.steptrace.export.retry.initial-interval", "20ms",
            "quarkus.steptrace.export.retry.max-interval", "100ms",
            "quarkus.steptrace.export.circuit-breaker.reset-timeout", RESET_TIMEOUT.toMillis() + "ms");

    private final Collector collector = Collector.listening();

    @AfterEach
    void closeCollector() {
        collector.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "none", "gzip" })
    void deliversEachSpanExactlyOnce(String compression) {
        try (ApplicationProcess application = started(Map.of("quarkus.otel.exporter.otlp.compression", compression))) {
            assertDelivered(application, application.makeSpans(SPANS));

            assertThat(application.lines()).noneMatch(line -> line.contains("[io.steptrace.export]"));
        }
    }

    /** Zero is no limit to Quarkus; it is not one that every attempt exceeds. */
    @Test
    void deliversWithoutALimitOfTime() {
        try (ApplicationProcess application = started(Map.of("quarkus.otel.exporter.otlp.timeout", "0"))) {
            assertDelivered(application, application.makeSpans(SPANS));
        }
    }

    @Test
    void repeatsARequestThatWasRefused() {
        collector.next(Behaviour.status(503));
        try (ApplicationProcess application = started(Map.of())) {
            assertDelivered(application, application.makeSpans(SPANS));
        }
        assertThat(collector.requests()).extracting(ReceivedRequest::status).startsWith(503, 200);
    }

    @Test
    void opensItsBreakerAfterFiveFailuresAndClosesItAfterTheTrial() {
        collector.always(Behaviour.status(503));
        try (ApplicationProcess application = started(HURRIED)) {
            List<String> made = application.makeSpans(SPANS);
            application.awaitHealth("circuit-breaker", "open");

            collector.always(Behaviour.accept());

            assertDelivered(application, made);
            application.awaitHealth("circuit-breaker", "closed");
        }
        List<ReceivedRequest> requests = collector.requests();
        assertThat(requests.subList(0, 5)).extracting(ReceivedRequest::status).containsOnly(503);
        assertThat(requests.get(5).nanoTime() - requests.get(4).nanoTime())
                .isGreaterThanOrEqualTo(RESET_TIMEOUT.minusMillis(50).toNanos());
    }

    @Test
    void keepsInMemoryWhatItCannotDeliverYet() {
        collector.stop();
        List<String> made = new ArrayList<>();
        try (ApplicationProcess application = started(HURRIED)) {
            made.addAll(application.makeSpans(SPANS));
            application.awaitHealth("spooled-spans", SPANS_OF_A_REQUEST);

            collector.start();

            assertDelivered(application, made);
        }
    }

    @Test
    void sendsOnlyTheTracesThatItsSamplerKeeps() {
        try (ApplicationProcess application = started(
                Map.of("quarkus.steptrace.sampler", "head:0,tail:error|slow(2s)"))) {
            application.makeSpans(SPANS);
            String failure = application.spanOfRequest("/remarkable/failure", 500);
            String delay = application.spanOfRequest("/remarkable/delay/2100", 204);
            application.makeSpans(SPANS);

            // all that it meant to send is there once it has ended
            application.stop();

            assertThat(collector.deliveries()).containsOnlyKeys(failure, delay);
        }
    }

    private ApplicationProcess started(Map<String, String> configuration) {
        return ApplicationProcess.exporting(collector, "http/protobuf", configuration).started();
    }

    private void assertDelivered(ApplicationProcess application, List<String> made) {
        collector.awaitSpans(made);
        application.awaitHealth("delivered-spans", SPANS_OF_A_REQUEST);
        application.awaitHealth("spooled-spans", 0);
        application.awaitHealth("lost-spans", 0);
        assertThat(collector.deliveries()).containsKeys(made.toArray(String[]::new)).hasSize(SPANS_OF_A_REQUEST);
        assertThat(collector.deliveries().values()).containsOnly(1);
    }
}
