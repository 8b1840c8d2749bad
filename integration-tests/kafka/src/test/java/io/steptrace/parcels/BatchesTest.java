package io.steptrace.parcels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.parcels.ForeignProducer.Parcel;
import io.steptrace.traces.RecordedJob;

/** A batch has waited as long as the parcel in it that was sent first, and leads to the traces of all of them. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class BatchesTest {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final double MICROSECOND = 0.001;
    private static final double PATIENCE_MS = 30_000;

    @Inject
    ForeignProducer producer;

    @Inject
    Handled handled;

    @ParameterizedTest
    @ValueSource(strings = { "list", "blocking-list", "record-batch", "consumer-records" })
    void waitsSinceTheFirstOfItsParcelsWasSent(String way) {
        RecordedJob job = handled.job(threeOf(way, Stream.generate(BatchesTest::newTraceId).limit(3).toList()));

        assertThat(job.queueWaitMs()).isBetween((double) LONGEST.toMillis(), LONGEST.toMillis() + PATIENCE_MS);
        assertThat(job.sumOfPartsMs()).isCloseTo(job.spanMs(), within(MICROSECOND));
        assertThat(job.span().getAttributes().get(AttributeKey.stringKey("job.queue"))).isEqualTo(way);
        assertThat(job.span().getAttributes().get(AttributeKey.longKey("messaging.batch.message_count"))).isEqualTo(3);
        assertThat(job.waits("job.queue_wait")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "list", "blocking-list", "record-batch", "consumer-records" })
    void leadsToTheTraceOfEachParcel(String way) {
        List<String> traceIds = Stream.generate(BatchesTest::newTraceId).limit(3).toList();
        SpanData step = handled.await(Handled.DELIVERED, threeOf(way, traceIds));

        assertThat(step.getLinks()).extracting(link -> link.getSpanContext().getTraceId())
                .containsExactlyElementsOf(traceIds);
        assertThat(step.getLinks()).allSatisfy(link -> {
            SpanData received = handled.span(link.getSpanContext().getSpanId());
            assertThat(received.getName()).isEqualTo(way + " receive");
        });
    }

    /** Each begins a trace of its own, and the step alone leads on. */
    @ParameterizedTest
    @ValueSource(strings = { "list", "blocking-list", "record-batch", "consumer-records" })
    void isWhereTheSpanOfQuarkusIs(String way) {
        String ids = threeOf(way, Stream.generate(BatchesTest::newTraceId).limit(3).toList());
        assertThat(handled.await(Handled.WEIGHED, ids).getParentSpanId())
                .isEqualTo(handled.await(Handled.DELIVERED, ids).getParentSpanId()).isEqualTo(SpanId.getInvalid());
        assertThat(handled.await(Handled.FILED, ids).getAttributes().asMap().keySet())
                .noneMatch(key -> key.getKey().startsWith("job."));
    }

    /** Sends three at once, each in a trace of its own, the second of which has been sent long ago. */
    private String threeOf(String way, List<String> traceIds) {
        Instant now = Instant.now();
        String first = UUID.randomUUID().toString();
        producer.send(
                Parcel.of(way, first).ofTrace(traceIds.get(0)).enqueued(now.minusSeconds(1)),
                Parcel.of(way, "second").ofTrace(traceIds.get(1)).enqueued(now.minus(LONGEST)),
                Parcel.of(way, "third").ofTrace(traceIds.get(2)).enqueued(now));
        return first + " second third";
    }

    private static String newTraceId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
