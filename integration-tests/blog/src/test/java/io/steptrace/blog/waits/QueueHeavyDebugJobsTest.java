package io.steptrace.blog.waits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.blog.promotion.EverythingPromoted;
import io.steptrace.traces.ExportedToTests;
import io.steptrace.traces.RecordedJob;
import io.steptrace.traces.TracedCalls;

@QuarkusTest
@TestProfile(EverythingPromoted.class)
@WithTestResource(ExportedToTests.class)
class QueueHeavyDebugJobsTest {

    TracedCalls calls;

    @Test
    void showsTheWaitOfASingleCall() {
        RecordedJob job = RecordedJob.of(calls.get("/queue-heavy"), "step.build_digest");

        assertThat(job.waits("job.queue_wait")).hasSize(1);
    }
}
