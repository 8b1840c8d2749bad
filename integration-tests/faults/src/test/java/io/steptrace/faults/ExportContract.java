package io.steptrace.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Tracer;
import io.steptrace.collector.ReceivedRequest;
import io.steptrace.collector.RecordingServer;
import io.steptrace.runtime.internal.export.ExportStatus;

/**
 * What holds for every way to a collector in good health: each span arrives, and none twice.
 *
 * @param <B> the type of the behaviours that the collector can be given
 */
public abstract class ExportContract<B> {

    protected RecordingServer<B> collector;

    @Inject
    protected Tracer tracer;

    @Inject
    protected ExportStatus export;

    protected LogLines log;

    @BeforeEach
    void beginWithNothing() {
        await().until(() -> export.fill().batches() == 0);
        collector.forget();
        log = LogLines.open();
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void deliversEachSpanExactlyOnce() {
        long lost = export.tally().lostInAll();
        List<String> made = MadeSpans.by(tracer, 10);

        collector.awaitSpans(made);

        await().until(() -> export.fill().batches() == 0);
        assertThat(collector.deliveries()).containsOnlyKeys(made);
        assertThat(collector.deliveries().values()).containsOnly(1);
        assertThat(export.tally().lostInAll()).isEqualTo(lost);
        assertThat(log.ofExport()).isEmpty();
    }

    /** The id of one new span. */
    protected final String makeOne() {
        return MadeSpans.by(tracer, 1).get(0);
    }

    /** Those that carried the span, accepted or not. */
    protected final List<ReceivedRequest> requestsWith(String spanId) {
        return collector.requests().stream().filter(request -> request.spanIds().contains(spanId)).toList();
    }

    protected final void awaitLoss(String reason, long spans) {
        await().untilAsserted(() -> assertThat(export.tally().lost()).containsEntry(reason, spans));
    }
}
