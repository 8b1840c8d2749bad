package io.steptrace.blog.waits;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.Attributes;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.blog.promotion.NothingPromoted;
import io.steptrace.test.Trace;
import io.steptrace.traces.ConcurrentCalls;
import io.steptrace.traces.ExportedToTests;
import io.steptrace.traces.RecordedJob;

@QuarkusTest
@TestProfile(NothingPromoted.class)
@WithTestResource(ExportedToTests.class)
class QueueHeavyUnpromotedTest {

    ConcurrentCalls calls;

    @Test
    void leavesAWaitBelowItsThresholdOnTheStep() throws Exception {
        for (Trace trace : calls.get("/queue-heavy")) {
            RecordedJob job = RecordedJob.of(trace, "step.build_digest");

            assertThat(trace.named("job.queue_wait")).isEmpty();
            assertThat(job.ownEvents()).containsExactly("enqueued", "taken", "started", "completed");
            assertThat(job.span().getAttributes().get(booleanKey("job.promoted"))).isFalse();
        }
    }

    @Test
    void dividesTheTimeOfEachJobWithoutRemainder() throws Exception {
        List<Trace> traces = calls.get("/queue-heavy");

        assertThat(traces).map(trace -> RecordedJob.of(trace, "step.build_digest")).allSatisfy(job -> {
            assertThat(durationsOf(job.span().getAttributes())).doesNotContainNull().allMatch(millis -> millis >= 0);
            assertThat(job.sumOfPartsMs()).isEqualTo(job.spanMs(), within(0.002));
        });
    }

    private static List<Double> durationsOf(Attributes attributes) {
        return Stream
                .of("job.queue_wait_ms", "job.dispatch_ms", "job.park_wait_ms_total", "job.run_active_ms")
                .map(key -> attributes.get(doubleKey(key)))
                .toList();
    }
}
