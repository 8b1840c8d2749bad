package io.steptrace.faults.undeliverable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.steptrace.collector.RecordingServer;
import io.steptrace.faults.MadeSpans;
import io.steptrace.runtime.internal.export.ExportStatus;

/**
 * One span that never passes costs neither those in its request nor those behind it.
 *
 * @param <B> what the collector can be made to do
 */
abstract class UndeliverableContract<B> {

    static final int MAX_BYTES = 50_000;

    RecordingServer<B> collector;

    @Inject
    Tracer tracer;

    @Inject
    OpenTelemetry openTelemetry;

    @Inject
    ExportStatus export;

    private Map<String, Long> lostBefore;

    @BeforeEach
    void begin() {
        awaitEmptySpool();
        collector.forget();
        lostBefore = export.tally().lost();
    }

    /** Resets the connection of each request above {@link #MAX_BYTES}. */
    abstract B resetsWhatIsLarge();

    /** Answers that each request above {@link #MAX_BYTES} is too large. */
    abstract B refusesWhatIsLarge();

    /** The {@code error.type} of that answer. */
    abstract String refusal();

    @Test
    void aSpanThatIsResetForEverIsGivenUpAndTheRestArrive() {
        collector.always(resetsWhatIsLarge());

        Set<String> ordinary = new HashSet<>(batchAroundALargeSpan());
        for (int i = 0; i < 40; i++) {
            ordinary.addAll(MadeSpans.by(tracer, 1));
            flush();
        }

        assertAllButOneArrive(ordinary, "undeliverable");
    }

    @Test
    void twoRequestsInARowThatAreResetForEverDoNotHideBehindEachOther() {
        collector.always(resetsWhatIsLarge());

        Set<String> ordinary = new HashSet<>(batchAroundALargeSpan());
        ordinary.addAll(batchAroundALargeSpan());
        for (int i = 0; i < 10; i++) {
            ordinary.addAll(MadeSpans.by(tracer, 1));
            flush();
        }

        awaitEmptySpool();
        assertThat(collector.deliveries()).containsOnlyKeys(ordinary);
        assertThat(lost()).isEqualTo(Map.of("undeliverable", 2L));
    }

    @Test
    void aRequestThatIsTooLargeIsSplitAtOnce() {
        collector.always(refusesWhatIsLarge());

        Set<String> ordinary = new HashSet<>(batchAroundALargeSpan());

        assertAllButOneArrive(ordinary, refusal());
    }

    @Test
    void aRequestThatIsTooLargeInAllLosesNothing() {
        collector.always(refusesWhatIsLarge());
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            made.add(large(MAX_BYTES / 25));
        }
        flush();

        awaitEmptySpool();

        assertThat(collector.deliveries()).containsOnlyKeys(made);
        assertThat(collector.deliveries().values()).containsOnly(1);
        assertThat(lost()).isEmpty();
    }

    private void assertAllButOneArrive(Set<String> ordinary, String reason) {
        awaitEmptySpool();
        assertThat(collector.deliveries()).containsOnlyKeys(ordinary);
        assertThat(collector.deliveries().values()).containsOnly(1);
        assertThat(lost()).isEqualTo(Map.of(reason, 1L));
    }

    /** The ids of the small ones. */
    private List<String> batchAroundALargeSpan() {
        List<String> small = new ArrayList<>(MadeSpans.by(tracer, 3));
        large(2 * MAX_BYTES);
        small.addAll(MadeSpans.by(tracer, 5));
        flush();
        return small;
    }

    private String large(int bytes) {
        Span span = tracer.spanBuilder("large").setAttribute("text", "x".repeat(bytes)).startSpan();
        span.end();
        return span.getSpanContext().getSpanId();
    }

    private Map<String, Long> lost() {
        Map<String, Long> lost = new java.util.TreeMap<>(export.tally().lost());
        lostBefore.forEach((reason, spans) -> lost.merge(reason, -spans, Long::sum));
        lost.values().removeIf(spans -> spans == 0);
        return lost;
    }

    private void flush() {
        ((OpenTelemetrySdk) openTelemetry).getSdkTracerProvider().forceFlush().join(10, TimeUnit.SECONDS);
    }

    private void awaitEmptySpool() {
        await().atMost(Duration.ofSeconds(60)).until(() -> export.fill().batches() == 0);
    }
}
