package io.steptrace.blog.waits;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.traces.ConcurrentCalls;
import io.steptrace.traces.ExportedToTests;
import io.steptrace.traces.RecordedJob;

@QuarkusTest
@WithTestResource(ExportedToTests.class)
class QueueHeavyTest {

    ConcurrentCalls calls;

    @Test
    void showsAWaitInTheQueueAsASpanWithinItsStep() throws Exception {
        RecordedJob job = jobThatWaitedLongest();

        assertThat(job.waits("job.queue_wait")).singleElement().satisfies(wait -> {
            assertThat(wait.getStartEpochNanos()).isEqualTo(job.span().getStartEpochNanos());
            assertThat(wait.getEndEpochNanos()).isLessThanOrEqualTo(job.span().getEndEpochNanos());
            assertThat(RecordedJob.durationMs(wait)).isEqualTo(job.queueWaitMs(), within(0.002)).isGreaterThanOrEqualTo(5);
        });
    }

    @Test
    void saysOnTheWaitWhichQueueItWasAndHowDeep() throws Exception {
        SpanData wait = jobThatWaitedLongest().waits("job.queue_wait").get(0);

        assertThat(wait.getAttributes().get(stringKey("job.queue"))).isEqualTo("digest");
        assertThat(wait.getAttributes().get(longKey("job.depth_start"))).isNotNegative();
        assertThat(wait.getAttributes().get(longKey("job.depth_end"))).isNotNegative();
    }

    @Test
    void recordsEachFactOfAPromotedJobOnce() throws Exception {
        RecordedJob job = jobThatWaitedLongest();

        assertThat(job.allEvents()).containsExactly("enqueued", "taken", "started", "completed");
        assertThat(job.span().getAttributes().get(booleanKey("job.promoted"))).isTrue();
    }

    private RecordedJob jobThatWaitedLongest() throws Exception {
        return RecordedJob.of(calls.longestWait("/queue-heavy", "step.build_digest", Duration.ofMillis(10)),
                "step.build_digest");
    }
}
