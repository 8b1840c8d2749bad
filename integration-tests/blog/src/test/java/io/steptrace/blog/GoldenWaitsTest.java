package io.steptrace.blog;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.blog.promotion.LongWaitsPromoted;
import io.steptrace.traces.ConcurrentCalls;
import io.steptrace.traces.ExportedToTests;
import io.steptrace.traces.GoldenFile;

/** Traces of concurrent calls, of which all but one have to wait. */
@QuarkusTest
@TestProfile(LongWaitsPromoted.class)
@WithTestResource(ExportedToTests.class)
class GoldenWaitsTest {

    private static final Duration PROMOTED = Duration.ofMillis(65);

    ConcurrentCalls calls;

    @Test
    void showsTheEffectThatWaitedLongestInItsBulkhead() throws Exception {
        GoldenFile.of("bulkhead-heavy").assertShows(
                calls.longestWait("/bulkhead-heavy", "compute.draw thumbnail", PROMOTED));
    }

    @Test
    void showsTheJobThatWaitedLongestInItsQueue() throws Exception {
        GoldenFile.of("queue-heavy").assertShows(calls.longestWait("/queue-heavy", "step.build_digest", PROMOTED));
    }

    @Test
    void showsTheStepThatWasParkedLongest() throws Exception {
        GoldenFile.of("park-heavy").assertShows(calls.longestWait("/park-heavy", "step.print_page", PROMOTED));
    }
}
