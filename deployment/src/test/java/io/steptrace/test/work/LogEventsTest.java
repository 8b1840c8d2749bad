package io.steptrace.test.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.testing.exporter.InMemoryLogRecordExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.Step;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.TracedApplication;
import io.steptrace.test.fixture.TracedTest;

class LogEventsTest extends TracedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Work.class, Logs.class)
            .overrideConfigKey("quarkus.otel.logs.enabled", "true")
            .overrideConfigKey("quarkus.otel.blrp.schedule.delay", "20ms")
            .overrideConfigKey("quarkus.steptrace.promote.queue-wait", "10s")
            .overrideConfigKey("quarkus.steptrace.events", "logs");

    @Inject
    Work work;

    @Inject
    InMemoryLogRecordExporter logs;

    @Test
    void recordsTheLifeOfAJobInLogRecordsOfItsSpan() {
        work.queued().await().indefinitely();

        SpanData span = spans.await("step.queued");
        assertThat(span.getEvents()).isEmpty();
        FinishedSpans.assertAccountedFor(span);
        List<LogRecordData> events = Awaitility.await().until(() -> logs.getFinishedLogRecordItems().stream()
                .filter(log -> log.getEventName() != null).toList(), found -> found.size() == 4);
        assertThat(events).extracting(LogRecordData::getEventName).containsExactly("steptrace.job.enqueued",
                "steptrace.job.taken", "steptrace.job.started", "steptrace.job.completed");
        assertThat(events).allMatch(event -> event.getSpanContext().getSpanId().equals(span.getSpanId()));
        assertThat(events).extracting(LogRecordData::getTimestampEpochNanos).isSorted();
        assertThat(events.get(0).getTimestampEpochNanos()).isEqualTo(span.getStartEpochNanos());
    }

    public static class Logs {

        @Produces
        @Singleton
        InMemoryLogRecordExporter exporter() {
            return InMemoryLogRecordExporter.create();
        }
    }

    @ApplicationScoped
    public static class Work {

        @Step(queue = "effects")
        Uni<String> queued() {
            return Uni.createFrom().item("done");
        }
    }
}
