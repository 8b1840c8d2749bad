package io.steptrace.faults.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.collector.Behaviour;
import io.steptrace.collector.Collector;
import io.steptrace.faults.ByHand;
import io.steptrace.faults.CollectorResource;
import io.steptrace.faults.LogLines;
import io.steptrace.faults.LossAccount;
import io.steptrace.faults.SpanMaker;
import io.steptrace.runtime.internal.export.BreakerState;
import io.steptrace.runtime.internal.export.ExportStatus;

/** What the log says of an outage: its transitions, independent of the number of batches. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(CollectorResource.class)
class ExportLogTest {

    Collector collector;

    @Inject
    SpanMaker spans;

    @Inject
    ExportStatus status;

    @Test
    void saysOneLineForEachTurnOfAnOutage() {
        collector.forget();
        Lines lines = new Lines();
        Logger root = Logger.getLogger("");
        root.addHandler(lines);
        try {
            collector.always(Behaviour.status(503));
            spans.batchOf(1);
            await().atMost(Duration.ofSeconds(20)).until(() -> status.breaker() == BreakerState.OPEN);
            for (int i = 0; i < 100; i++) {
                spans.batchOf(1);
            }
            collector.awaitRequests(6);
            collector.always(Behaviour.accept());
            LossAccount.from(status).awaitEmptySpool();
            // a turn comes before its line
            await().untilAsserted(
                    () -> assertThat(lines.all).as("open, half-open, open, half-open, closed").hasSize(5));
        } finally {
            root.removeHandler(lines);
        }

        assertThat(lines.all)
                .allMatch(line -> line.startsWith("Trace export to " + collector.url() + "/v1/traces: circuit breaker "));
    }

    @Test
    void saysThatTheConfigurationHasToBeMended() {
        collector.forget();
        LossAccount account = LossAccount.from(status);
        try (LogLines log = LogLines.open()) {
            collector.always(Behaviour.status(401));
            for (int i = 0; i < 10; i++) {
                spans.batchOf(1);
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> status.breaker() == BreakerState.OPEN);
            assertThat(collector.requests()).as("a request at a time, and none while the breaker is open").hasSize(5);

            // the breaker has turned before there is a line of it
            await().untilAsserted(() -> assertThat(log.all()).singleElement().asString()
                    .contains("circuit breaker open (HTTP status 401 - see quarkus.otel.exporter.otlp.headers)"));
        } finally {
            collector.always(Behaviour.accept());
        }
        account.awaitEmptySpool();
        assertThat(collector.deliveries()).hasSize(10);
        assertThat(account.lost()).isEmpty();
    }

    private static final class Lines extends ExtHandler {

        final List<String> all = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            if (record.getLoggerName().startsWith("io.steptrace") || record.getLoggerName().startsWith("io.opentelemetry")
                    || record.getLoggerName().startsWith("io.quarkus.opentelemetry")) {
                all.add(record instanceof ExtLogRecord ext ? ext.getFormattedMessage() : record.getMessage());
            }
        }
    }
}
