package io.steptrace.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.test.internal.spans.CollectedSpans;

/** Which traces are complete, and what is said of those that do not come. */
class TracesTest {

    private static final long LATER = Instant.now().plusSeconds(3600).toEpochMilli();

    private final CollectedSpans spans = new CollectedSpans(Duration.ZERO);
    private final Traces traces = new Traces(spans, Duration.ofSeconds(1));

    private static List<SpanData> send() {
        return new DrawnSpans().span(0, "step.send", LATER, LATER + 9).span(1, "tcp.send mail", LATER + 1, LATER + 2).all();
    }

    @Test
    void hasATraceOnceItsRootIsThere() {
        spans.add(send().subList(1, 2));
        assertThat(traces.all()).isEmpty();
        spans.add(send().subList(0, 1));

        assertThat(traces.awaitOne("step.send").spans()).hasSize(2);
        assertThat(traces.awaitOne(span -> span.getName().equals("tcp.send mail")).root().getName()).isEqualTo("step.send");
    }

    @Test
    void waitsForWhatAMessageGoesOnWith() {
        spans.add(new DrawnSpans().span(0, "orders publish", LATER, LATER + 1, span -> span.setKind(SpanKind.PRODUCER)).all());
        assertThat(traces.all()).isEmpty();

        assertThat(traces.awaitOne("orders publish").spans()).hasSize(1);
    }

    @Test
    void waitsForEachSpanThatHasStarted() {
        String trace = send().get(0).getTraceId();
        spans.expect(trace);
        spans.expect(trace);
        spans.add(send().subList(0, 1));
        assertThat(traces.all()).isEmpty();
        spans.add(send().subList(1, 2));

        assertThat(traces.all()).hasSize(1);
    }

    @Test
    void forgetsWhatHasBegunBeforeAReset() {
        spans.add(new DrawnSpans().span(0, "step.early", 0, 9).all());
        assertThat(traces.all()).hasSize(1);
        traces.reset();
        spans.add(new DrawnSpans().span(0, "step.early", 0, 9).all());

        assertThat(traces.all()).isEmpty();
    }

    @Test
    void showsWhatThereIsInsteadOfTheOneThatIsAwaited() {
        spans.add(send());

        assertThatThrownBy(() -> traces.awaitOne("step.sent")).isInstanceOf(AssertionError.class).hasMessage("""
                expected one trace with the root "step.sent" within 1 s - there are:

                step.send
                └─ tcp.send mail
                """);
    }

    @Test
    void showsWhatIsNotComplete() {
        spans.add(send().subList(1, 2));

        assertThatThrownBy(() -> traces.await("step.send", 2)).hasMessage("""
                expected 2 traces with the root "step.send" within 1 s - there are:

                (not complete)
                tcp.send mail
                """);
    }

    @Test
    void asksWhatMayBeTheReasonForNone() {
        assertThatThrownBy(() -> traces.awaitOne("step.send"))
                .hasMessageContaining("there is none since the last reset; is the request answered, is it sampled")
                .hasMessageContaining("quarkus.otel.sdk.disabled");
    }
}
