package io.steptrace.orders;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.restassured.RestAssured.given;
import static io.steptrace.test.TraceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.test.Trace;
import io.steptrace.traces.FoundWaits;
import io.steptrace.traces.RecordedJob;
import io.steptrace.traces.TracedCalls;

/** The wait of a message counts from its sending, on the far side of a broker. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class OrdersTest {

    private static final Duration BUSY = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double MICROSECOND = 0.001;

    @Inject
    TracedCalls calls;

    @Inject
    InMemorySpanExporter exporter;

    @Inject
    OrderDesk desk;

    @Inject
    OrderSteps steps;

    @Test
    void showsAnOrderThatWaitedForItsConsumer() throws Exception {
        assertThat(orderThatWaits("golden")).matchesGolden("order-waited");
    }

    @Test
    void countsTheWaitFromTheSending() {
        Instant before = Instant.now();
        Trace trace = orderThatWaits("counted");
        RecordedJob job = RecordedJob.of(trace, OrderSteps.HANDLED);

        assertThat(job.queueWaitMs()).isGreaterThanOrEqualTo(BUSY.toMillis());
        assertThat(job.sumOfPartsMs()).isCloseTo(job.spanMs(), within(MICROSECOND));
        SpanData wait = trace.only("job.queue_wait");
        assertThat(wait.getStartEpochNanos()).isEqualTo(job.span().getStartEpochNanos())
                .isBetween(epochNanos(before), trace.only("orders publish").getEndEpochNanos());
        assertThat(RecordedJob.durationMs(wait)).isCloseTo(job.queueWaitMs(), within(MICROSECOND));
        assertThat(job.waits()).containsExactly(wait);
    }

    @Test
    void recordsTheWaitOnTheFirstStepOnly() {
        Trace trace = orderThatWaits("once");
        assertThat(trace.only(OrderSteps.FILED).getAttributes().asMap().keySet())
                .noneMatch(key -> key.getKey().startsWith("job."));
    }

    /** The exporter is the application's own: what was found comes to it late, as a span. */
    @Test
    void findsTheLineAtWhichAConsumerWaits() {
        SpanData wait = await().atMost(PATIENCE).until(() -> {
            orderThatWaits("blocked-" + UUID.randomUUID());
            return exporter.getFinishedSpanItems().stream().filter(OrdersTest::isWaitForTheDesk).findFirst();
        }, Optional::isPresent).orElseThrow();
        Trace trace = Trace.of(exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(wait.getTraceId())).toList());

        FoundWaits.in(trace, OrderSteps.HANDLED, "jdk.ThreadPark").are(1).of("other").at(OrderDesk.class, "handle",
                "opening.await()");
    }

    private static boolean isWaitForTheDesk(SpanData span) {
        return FoundWaits.isDetected(span)
                && (OrderDesk.class.getName() + ".handle").equals(span.getAttributes().get(stringKey("code.function.name")));
    }

    /** One order keeps the consumer busy, and the next one has to wait until the desk is open again. */
    private Trace orderThatWaits(String id) {
        desk.close();
        try {
            return calls.trace(request -> {
                given().post("/orders/first-" + id).then().statusCode(204);
                request.post("/orders/" + id).then().statusCode(204);
                Instant sent = Instant.now();
                await().until(() -> Instant.now().isAfter(sent.plus(BUSY)));
                desk.open();
                steps.awaitStep(OrderSteps.FILED, id);
            });
        } finally {
            desk.open();
        }
    }

    private static long epochNanos(Instant instant) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }
}
