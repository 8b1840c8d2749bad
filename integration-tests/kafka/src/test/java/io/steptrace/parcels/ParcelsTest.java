package io.steptrace.parcels;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import io.steptrace.traces.RecordedJob;

/** The wait of a parcel counts from its sending, on the far side of a broker, whatever its consumer looks like. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class ParcelsTest {

    private static final Duration HELD_UP = Duration.ofMillis(60);
    private static final double MICROSECOND = 0.001;

    @Inject
    ChannelRegistry channels;

    @Inject
    Handled handled;

    @ParameterizedTest
    @ValueSource(strings = { "blocking", "event-loop", "reactive", "message", "itself", "concurrent" })
    void countsTheWaitFromTheSending(String way) {
        Instant before = Instant.now();
        String id = heldUp(way);
        RecordedJob job = handled.job(id);

        assertThat(job.queueWaitMs()).isGreaterThanOrEqualTo(HELD_UP.toMillis());
        assertThat(job.sumOfPartsMs()).isCloseTo(job.spanMs(), within(MICROSECOND));
        assertThat(job.span().getAttributes().get(AttributeKey.stringKey("job.queue"))).isEqualTo(way);
        SpanData published = handled.inTraceOf(job.span(), way + " publish");
        assertThat(job.span().getStartEpochNanos()).isBetween(epochNanos(before), published.getEndEpochNanos());
        assertThat(job.waits()).singleElement().satisfies(wait -> {
            assertThat(wait.getName()).isEqualTo("job.queue_wait");
            assertThat(wait.getStartEpochNanos()).isEqualTo(job.span().getStartEpochNanos());
            assertThat(RecordedJob.durationMs(wait)).isCloseTo(job.queueWaitMs(), within(MICROSECOND));
        });
    }

    /** Below the span of its receiving, in the trace of its sender, and so is the one that Quarkus makes of a method. */
    @ParameterizedTest
    @ValueSource(strings = { "blocking", "event-loop", "reactive", "message", "concurrent" })
    void isWhereTheSpanOfQuarkusIs(String way) {
        String id = heldUp(way);
        SpanData step = handled.await(Handled.DELIVERED, id);
        SpanData ofQuarkus = handled.await(Handled.WEIGHED, id);
        SpanData received = handled.inTraceOf(step, way + " receive");

        assertThat(step.getParentSpanId()).isEqualTo(received.getSpanId()).isEqualTo(ofQuarkus.getParentSpanId());
        assertThat(step.getTraceId()).isEqualTo(ofQuarkus.getTraceId());
        assertThat(received.getParentSpanId()).isEqualTo(handled.inTraceOf(step, way + " publish").getSpanId());
    }

    @ParameterizedTest
    @ValueSource(strings = { "blocking", "event-loop", "reactive", "message", "concurrent" })
    void recordsTheWaitOnTheFirstStepOnly(String way) {
        SpanData second = handled.await(Handled.FILED, heldUp(way));
        assertThat(second.getAttributes().asMap().keySet()).noneMatch(key -> key.getKey().startsWith("job."));
    }

    /** Sends a parcel that waits for its consumer; returns its id. */
    private String heldUp(String way) {
        String id = way + "-" + UUID.randomUUID();
        List<PausableChannel> copies = Stream.of(way, way + "$1", way + "$2").map(channels::getPausable)
                .filter(Objects::nonNull).toList();
        copies.forEach(PausableChannel::pause);
        try {
            given().post("/parcels/" + way + "/" + id).then().statusCode(204);
            Instant sent = Instant.now();
            await().pollInterval(Duration.ofMillis(5)).until(() -> Instant.now().isAfter(sent.plus(HELD_UP)));
        } finally {
            copies.forEach(PausableChannel::resume);
        }
        return id;
    }

    private static long epochNanos(Instant instant) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }
}
