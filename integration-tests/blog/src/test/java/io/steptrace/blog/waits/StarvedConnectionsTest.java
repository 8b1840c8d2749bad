package io.steptrace.blog.waits;

import static io.steptrace.test.TraceAssertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.steptrace.blog.promotion.StarvedConnections;
import io.steptrace.traces.ConcurrentCalls;
import io.steptrace.traces.ExportedToTests;

/** A connection pool of one under eight requests: the wait shows on the effects that need the connection. */
@QuarkusTest
@TestProfile(StarvedConnections.class)
@WithTestResource(ExportedToTests.class)
class StarvedConnectionsTest {

    ConcurrentCalls calls;

    @Test
    void showsTheEffectThatWaitedLongestForAConnection() throws Exception {
        assertThat(calls.longestWait("/jdbc-heavy", "db.report blog_author", Duration.ofMillis(65)))
                .matchesGolden("starved-connections");
    }
}
