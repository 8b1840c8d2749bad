package io.steptrace.blog.waits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.blog.promotion.EverythingPromoted;
import io.steptrace.traces.ConcurrentCalls;
import io.steptrace.traces.ExportedToTests;
import io.steptrace.traces.RecordedJob;

@QuarkusTest
@TestProfile(EverythingPromoted.class)
@WithTestResource(ExportedToTests.class)
class ParkHeavyDebugJobsTest {

    ConcurrentCalls calls;

    @Test
    void showsEveryParkHoweverShort() throws Exception {
        List<RecordedJob> jobs = calls.get("/park-heavy").stream()
                .map(trace -> RecordedJob.of(trace, "step.print_page")).toList();

        assertThat(jobs).anySatisfy(job -> assertThat(job.parkCount()).isEqualTo(1));
        assertThat(jobs).allSatisfy(
                job -> assertThat(job.waits("job.park(backpressure)")).hasSize((int) job.parkCount()));
    }
}
