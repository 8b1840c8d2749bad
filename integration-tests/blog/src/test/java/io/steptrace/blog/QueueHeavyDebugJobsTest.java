package io.steptrace.blog;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.blog.promotion.EverythingPromoted;
import io.steptrace.traces.RecordedJob;
import io.steptrace.traces.TracedCalls;

@QuarkusTest
@TestProfile(EverythingPromoted.class)
class QueueHeavyDebugJobsTest {

    @Inject
    TracedCalls calls;

    @Test
    void showsTheWaitOfASingleCall() {
        RecordedJob job = RecordedJob.of(calls.get("/queue-heavy"), "step.build_digest");

        assertThat(job.waits("job.queue_wait")).hasSize(1);
    }
}
