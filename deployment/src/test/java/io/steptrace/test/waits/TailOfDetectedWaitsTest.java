package io.steptrace.test.waits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

/** The tail decides on a trace once all waits in it are known, and what it keeps has them in its sums. */
class TailOfDetectedWaitsTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(Sleeper.class, Sleeps.class)
            .overrideConfigKey("quarkus.steptrace.detect.waits", "true")
            .overrideConfigKey("quarkus.steptrace.events", "logs")
            .overrideRuntimeConfigKey("quarkus.steptrace.promote.queue-wait", "10s")
            .overrideRuntimeConfigKey("quarkus.steptrace.sampler", "head:0,tail:park");

    @Test
    void keepsATraceForAWaitThatWasNotMarked() {
        AtomicInteger asked = new AtomicInteger();
        Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(300)).until(() -> {
            get("/sleeps/not");
            get("/sleeps");
            asked.incrementAndGet();
            return spans.soFar().stream().anyMatch(span -> span.getName().equals("http.server: GET /sleeps"));
        });

        List<SpanData> kept = spans.soFar();
        assertThat(kept).extracting(SpanData::getName).doesNotContain("http.server: GET /sleeps/not");
        SpanData root = FinishedSpans.named(kept, "http.server: GET /sleeps");
        List<SpanData> trace = kept.stream().filter(span -> span.getTraceId().equals(root.getTraceId())).toList();
        assertThat(trace).extracting(SpanData::getName).contains("step.nap", "job.park(timer)");
        assertThat(FinishedSpans.attribute(root, "steptrace.sampling.reason")).isEqualTo("park");
        assertThat(trace).allSatisfy(span -> assertThat(span.getEvents()).as(span.getName()).isEmpty());
        SpanData step = FinishedSpans.named(trace, "step.nap");
        double stepMs = millis(step.getEndEpochNanos() - step.getStartEpochNanos());
        assertThat(ms(step, "job.park_wait_ms_total")).isBetween(29.0, stepMs);
        assertThat(ms(step, "job.park_wait_ms_total") + ms(step, "job.run_active_ms")).isCloseTo(stepMs, within(1e-6));
        assertThat(ms(root, "steptrace.working_ms") + ms(root, "steptrace.waiting_ms") + ms(root, "steptrace.unknown_ms"))
                .isCloseTo(millis(root.getEndEpochNanos() - root.getStartEpochNanos()), within(1e-6));
        assertThat(ms(root, "steptrace.waiting_ms")).isGreaterThan(69.0);
        assertThat(root.getAttributes().get(AttributeKey.stringArrayKey("steptrace.waited_for"))).first().asString()
                .startsWith("timer Sleeps.sleep:");
    }

    private static double ms(SpanData span, String key) {
        return span.getAttributes().get(AttributeKey.doubleKey(key));
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
