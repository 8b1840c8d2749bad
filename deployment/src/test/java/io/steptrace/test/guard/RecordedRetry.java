package io.steptrace.test.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.test.fixture.FinishedSpans;

/**
 * One retry as an event of a span.
 *
 * @param attempt the number of the attempt that begins
 * @param reason why the one before was not the last
 * @param backoffMillis how long it took from one to the other
 */
record RecordedRetry(long attempt, String reason, double backoffMillis) {

    static List<RecordedRetry> of(SpanData span) {
        return span.getEvents().stream().filter(event -> event.getName().equals("steptrace.retry"))
                .map(event -> new RecordedRetry(event.getAttributes().get(AttributeKey.longKey("attempt")),
                        event.getAttributes().get(AttributeKey.stringKey("reason")),
                        event.getAttributes().get(AttributeKey.doubleKey("backoff_ms"))))
                .toList();
    }

    /** The tokens of the parks that are recorded as events, in their order. */
    static List<String> parkTokens(SpanData span) {
        return parks(span).stream().map(park -> park.getAttributes().get(AttributeKey.stringKey("job.park.token"))).toList();
    }

    static List<EventData> parks(SpanData span) {
        return span.getEvents().stream().filter(event -> event.getName().equals("steptrace.job.parked")).toList();
    }

    /** Two attempts failed and the third did not; what lies between them is back-off, and nothing else is parked. */
    static void assertTwoRetries(SpanData span, double firstDelayMillis, double secondDelayMillis) {
        assertThat(FinishedSpans.attribute(span, "step.outcome")).isEqualTo("done");
        List<RecordedRetry> retries = of(span);
        assertThat(retries).extracting(RecordedRetry::attempt).containsExactly(2L, 3L);
        assertThat(retries).extracting(RecordedRetry::reason).containsExactly(IllegalStateException.class.getName(),
                IllegalArgumentException.class.getName());
        assertThat(retries.get(0).backoffMillis()).isGreaterThanOrEqualTo(firstDelayMillis);
        assertThat(retries.get(1).backoffMillis()).isGreaterThanOrEqualTo(secondDelayMillis);
        assertThat(parkTokens(span)).containsExactly("retry", "retry");
        assertThat(parks(span)).allMatch(
                park -> "timer".equals(park.getAttributes().get(AttributeKey.stringKey("job.park.cause"))));
        assertThat(FinishedSpans.attribute(span, "job.park_count")).isEqualTo(2L);
        double parked = FinishedSpans.millis(span, "job.park_wait_ms_total");
        assertThat(parked).isGreaterThanOrEqualTo(retries.get(0).backoffMillis() + retries.get(1).backoffMillis());
        FinishedSpans.assertAccountedFor(span);
    }
}
