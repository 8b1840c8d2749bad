package io.steptrace.blog.waits;

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
class ParkHeavyTest {

    ConcurrentCalls calls;

    @Test
    void showsAParkAsASpanWithinItsStep() throws Exception {
        RecordedJob job = jobParkedLongest();

        assertThat(job.waits("job.park(backpressure)")).singleElement().satisfies(park -> {
            assertThat(park.getStartEpochNanos()).isGreaterThanOrEqualTo(job.span().getStartEpochNanos());
            assertThat(park.getEndEpochNanos()).isLessThanOrEqualTo(job.span().getEndEpochNanos());
            assertThat(RecordedJob.durationMs(park)).isEqualTo(job.parkWaitMs(), within(0.002)).isGreaterThanOrEqualTo(5);
        });
    }

    @Test
    void saysOnTheParkWhatWasWaitedFor() throws Exception {
        SpanData park = jobParkedLongest().waits("job.park(backpressure)").get(0);

        assertThat(park.getAttributes().get(stringKey("job.park.cause"))).isEqualTo("backpressure");
        assertThat(park.getAttributes().get(stringKey("job.park.token"))).isEqualTo("printer");
        assertThat(park.getAttributes().get(longKey("concurrency.limit.current"))).isBetween(0L, 1L);
        assertThat(park.getAttributes().get(longKey("concurrency.limit.max"))).isEqualTo(1);
    }

    @Test
    void recordsEachFactOfAPromotedParkOnce() throws Exception {
        assertThat(jobParkedLongest().allEvents()).containsOnlyOnce("parked", "resumed");
    }

    private RecordedJob jobParkedLongest() throws Exception {
        return RecordedJob.of(calls.longestWait("/park-heavy", "step.print_page", Duration.ofMillis(10)), "step.print_page");
    }
}
