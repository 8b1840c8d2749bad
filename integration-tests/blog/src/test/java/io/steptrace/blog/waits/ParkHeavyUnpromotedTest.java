package io.steptrace.blog.waits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

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
class ParkHeavyUnpromotedTest {

    ConcurrentCalls calls;

    @Test
    void leavesAParkBelowItsThresholdOnTheStep() throws Exception {
        List<Trace> traces = calls.get("/park-heavy");

        assertThat(traces).allSatisfy(trace -> assertThat(trace.named("job.park(backpressure)")).isEmpty());
        assertThat(parked(traces)).isNotEmpty().allSatisfy(job -> {
            assertThat(job.parkCount()).isEqualTo(1);
            assertThat(job.ownEvents()).containsSubsequence("parked", "resumed");
        });
    }

    @Test
    void dividesTheTimeOfEachParkedStepWithoutRemainder() throws Exception {
        assertThat(parked(calls.get("/park-heavy"))).isNotEmpty()
                .allSatisfy(job -> assertThat(job.sumOfPartsMs()).isEqualTo(job.spanMs(), within(0.002)));
    }

    private static List<RecordedJob> parked(List<Trace> traces) {
        return traces.stream()
                .map(trace -> RecordedJob.of(trace, "step.print_page"))
                .filter(job -> job.parkWaitMs() > 0)
                .toList();
    }
}
