package io.steptrace.blog.waits;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.test.Trace;
import io.steptrace.traces.ConcurrentCalls;
import io.steptrace.traces.ExportedToTests;
import io.steptrace.traces.FoundWaits;
import io.steptrace.traces.RecordedJob;

/** Waits that no code of the blog marks, down to the line. */
@QuarkusTest
@WithTestResource(ExportedToTests.class)
class SlowByAccidentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String STEP = "step.rank_posts";
    private static final String SLEEP = "jdk.ThreadSleep";
    private static final String LOCK = "jdk.JavaMonitorEnter";

    ConcurrentCalls calls;

    /** The views are kept for a while, and waits are looked for only once the application has started. */
    @Test
    void pointsAtTheLineOfEachWait() {
        List<Trace> traces = await("callers that wait for another").atMost(PATIENCE).pollDelay(Duration.ZERO)
                .until(() -> calls.get("/slow-by-accident"), round -> !found(round, SLEEP).isEmpty()
                        && found(round, LOCK).stream().anyMatch(wait -> RecordedJob.durationMs(wait) > 50));

        traces.forEach(trace -> {
            FoundWaits.in(trace, STEP, SLEEP).of("timer")
                    .at("io.steptrace.blog.views.AccessLog", "count", "Thread.sleep(DISTANCE.toMillis())");
            FoundWaits.in(trace, STEP, LOCK).of("lock")
                    .at("io.steptrace.blog.views.PageViews", "of", "System.nanoTime() - countedNanos")
                    .forToken("io.steptrace.blog.views.PageViews");
        });
    }

    private static List<SpanData> found(List<Trace> traces, String event) {
        return traces.stream().flatMap(trace -> FoundWaits.in(trace, STEP, event).spans().stream()).toList();
    }
}
