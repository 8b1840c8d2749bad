package io.steptrace.faults.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Tracer;
import io.steptrace.faults.LogLines;
import io.steptrace.faults.MadeSpans;
import io.steptrace.runtime.internal.export.ExportStatus;

/** A collector that no request can be sent to: nothing is lost, and one line says what is most likely wrong. */
abstract class MistakeContract {

    private final String remedy;

    @Inject
    Tracer tracer;

    @Inject
    ExportStatus export;

    /** @param remedy words of the line */
    MistakeContract(String remedy) {
        this.remedy = remedy;
    }

    @Test
    void keepsTheSpansAndNamesTheMistakeInOneLine() {
        try (LogLines log = LogLines.open()) {
            MadeSpans.by(tracer, 10);

            await().atMost(Duration.ofSeconds(20)).until(() -> !log.ofExport().isEmpty());

            assertThat(log.all()).singleElement().asString().contains("circuit breaker open", remedy);
        }
        assertThat(export.fill().spans()).isEqualTo(10);
        assertThat(export.tally().lost()).isEmpty();
        assertThat(export.tally().delivered()).isZero();
    }
}
