package io.steptrace.parcels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.parcels.ForeignProducer.Parcel;
import io.steptrace.traces.RecordedJob;

/** Producers that know nothing of the header, or say something strange in it: there is the timestamp of each record. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class ForeignParcelsTest {

    private static final String WAY = "blocking";
    private static final double PATIENCE_MS = 30_000;
    private static final double MICROSECOND = 0.001;

    private final String id = UUID.randomUUID().toString();

    @Inject
    ForeignProducer producer;

    @Inject
    Handled handled;

    @Test
    void waitsSinceItsProducerHasStampedIt() {
        Instant before = Instant.now();
        producer.send(Parcel.of(WAY, id));
        RecordedJob job = handled.job(id);

        assertThat(job.queueWaitMs()).isBetween(0.0, PATIENCE_MS);
        assertThat(job.sumOfPartsMs()).isCloseTo(job.spanMs(), within(MICROSECOND));
        assertThat(Duration.ofNanos(job.span().getStartEpochNanos()).toMillis())
                .isBetween(before.toEpochMilli(), Instant.now().toEpochMilli());
    }

    @Test
    void waitsSinceAnInstantOfItsProducersChoice() {
        producer.send(Parcel.stamped(WAY, id, Instant.now().minus(Duration.ofHours(1))));
        assertWaited(Duration.ofHours(1));
    }

    @Test
    void believesTheHeaderRatherThanTheTimestamp() {
        Instant now = Instant.now();
        producer.send(Parcel.stamped(WAY, id, now.minus(Duration.ofHours(1))).enqueued(now.minus(Duration.ofMinutes(1))));
        assertWaited(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "soon", "", "1772009220123", "1000000000000000" })
    void goesByTheTimestampIfTheHeaderMakesNoSense(String value) {
        producer.send(Parcel.stamped(WAY, id, Instant.now().minus(Duration.ofHours(2))).enqueued(value));
        assertWaited(Duration.ofHours(2));
    }

    /** A topic can be set so that what the producer says is overwritten. */
    @Test
    void waitsSinceTheBrokerHasStampedIt() {
        producer.send(Parcel.stamped(Broker.STAMPED_BY_BROKER, id, Instant.now().minus(Duration.ofHours(1))));
        assertWaited(Duration.ZERO);
    }

    @Test
    void takesASendingInTheFutureForNow() {
        producer.send(Parcel.stamped(WAY, id, Instant.now().plus(Duration.ofMinutes(10))));
        assertThat(handled.job(id).queueWaitMs()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = { 0, 1_000_000_000_000L })
    void recordsNoWaitFromAnotherAge(long millis) {
        producer.send(Parcel.stamped(WAY, id, Instant.ofEpochMilli(millis)));
        SpanData step = handled.await(Handled.DELIVERED, id);

        assertThat(step.getAttributes().asMap().keySet()).noneMatch(key -> key.getKey().startsWith("job."));
        assertThat(Duration.ofNanos(step.getEndEpochNanos() - step.getStartEpochNanos())).isLessThan(Duration.ofHours(1));
    }

    private void assertWaited(Duration wait) {
        assertThat(handled.job(id).queueWaitMs()).isBetween((double) wait.toMillis(), wait.toMillis() + PATIENCE_MS);
    }
}
