package io.steptrace.blog;

import static io.steptrace.test.TraceAssertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.blog.promotion.LongWaitsPromoted;
import io.steptrace.traces.ConcurrentCalls;
import io.steptrace.traces.ExportedToTests;

/** Traces of concurrent calls, of which all but one have to wait. */
@QuarkusTest
@TestProfile(LongWaitsPromoted.class)
@WithTestResource(ExportedToTests.class)
class GoldenWaitsTest {

    private static final Duration PROMOTED = Duration.ofMillis(65);

    ConcurrentCalls calls;

    @Test
    void showsTheEffectThatWaitedLongestInItsBulkhead() throws Exception {
        assertThat(calls.longestWait("/bulkhead-heavy", "compute.draw thumbnail", PROMOTED)).matchesGolden("bulkhead-heavy");
    }

    @Test
    void showsTheJobThatWaitedLongestInItsQueue() throws Exception {
        assertThat(calls.longestWait("/queue-heavy", "step.build_digest", PROMOTED)).matchesGolden("queue-heavy");
    }

    @Test
    void showsTheStepThatWasParkedLongest() throws Exception {
        assertThat(calls.longestWait("/park-heavy", "step.print_page", PROMOTED)).matchesGolden("park-heavy");
    }
}
