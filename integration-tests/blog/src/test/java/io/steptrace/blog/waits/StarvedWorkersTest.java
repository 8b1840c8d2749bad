package io.steptrace.blog.waits;

import static io.steptrace.test.TraceAssertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.blog.promotion.StarvedWorkers;
import io.steptrace.traces.ConcurrentCalls;
import io.steptrace.traces.ExportedToTests;

/** A worker pool of two under eight requests: the wait shows on the requests themselves. */
@QuarkusTest
@TestProfile(StarvedWorkers.class)
@WithTestResource(ExportedToTests.class)
class StarvedWorkersTest {

    ConcurrentCalls calls;

    @Test
    void showsTheRequestThatWaitedLongestForAWorker() throws Exception {
        assertThat(calls.longestWait("/worker-heavy", "http.server: GET /worker-heavy", Duration.ofMillis(65)))
                .matchesGolden("starved-workers");
    }
}
