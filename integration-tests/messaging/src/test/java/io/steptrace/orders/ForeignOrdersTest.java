package io.steptrace.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.traces.RecordedJob;
import io.vertx.core.json.JsonObject;

/** Senders that know nothing of the header, or say something strange in it. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class ForeignOrdersTest {

    private static final String HEADER = "steptrace-enqueued";
    private static final double MICROSECOND = 0.001;

    @Inject
    ForeignSender sender;

    @Test
    void recordsNoWaitWithoutTheHeader() {
        assertRecordsNothing(sender.stepOf("silent", new JsonObject()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "soon", "", "1772009220123", "99999999999999999999" })
    void recordsNoWaitIfTheHeaderMakesNoSense(String value) {
        assertRecordsNothing(sender.stepOf("garbage-" + value, JsonObject.of(HEADER, value)));
    }

    @Test
    void recordsNoWaitIfTheHeaderIsOfAnotherType() {
        assertRecordsNothing(sender.stepOf("boolean", JsonObject.of(HEADER, true)));
    }

    @Test
    void takesASendingInTheFutureForNow() {
        SpanData step = sender.stepOf("future", sentAt(Instant.now().plus(Duration.ofHours(1))));
        RecordedJob job = new RecordedJob(step, List.of());

        assertThat(job.queueWaitMs()).isZero();
        assertThat(job.sumOfPartsMs()).isCloseTo(job.spanMs(), within(MICROSECOND));
        assertThat(Duration.ofNanos(step.getStartEpochNanos())).isLessThan(
                Duration.ofMillis(Instant.now().toEpochMilli() + 1));
        assertThat(sender.waitsBelow(step)).isZero();
    }

    @Test
    void recordsAWaitOfDays() {
        Duration days = Duration.ofDays(3);
        SpanData step = sender.stepOf("late", sentAt(Instant.now().minus(days)));
        RecordedJob job = new RecordedJob(step, List.of());

        assertThat(job.queueWaitMs()).isGreaterThanOrEqualTo(days.toMillis());
        assertThat(job.sumOfPartsMs()).isCloseTo(job.spanMs(), within(MICROSECOND));
        assertThat(sender.waitsBelow(step)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "1000000000000000", "9223372036854775" })
    void recordsNoWaitFromAnotherAge(String micros) {
        SpanData step = sender.stepOf("age-" + micros, JsonObject.of(HEADER, micros));

        assertRecordsNothing(step);
        assertThat(sender.waitsBelow(step)).isZero();
        assertThat(Duration.ofNanos(step.getEndEpochNanos() - step.getStartEpochNanos())).isLessThan(Duration.ofDays(1));
    }

    private static JsonObject sentAt(Instant instant) {
        return JsonObject.of(HEADER, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, instant)));
    }

    private static void assertRecordsNothing(SpanData step) {
        assertThat(step.getAttributes().asMap().keySet()).noneMatch(key -> key.getKey().startsWith("job."));
        assertThat(step.getEvents()).isEmpty();
    }
}
