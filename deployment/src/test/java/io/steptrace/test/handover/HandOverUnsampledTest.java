package io.steptrace.test.handover;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.test.fixture.FinishedMetrics;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

class HandOverUnsampledTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.measuring(Posts.class)
            .overrideConfigKey("quarkus.otel.traces.sampler", "always_off");

    @Inject
    FinishedMetrics metrics;

    @Test
    void measuresRequestsThatAreNotTraced() {
        assertThat(get("/posts").body()).isEqualTo("posts");

        assertThat(metrics.awaitHistogram("steptrace.job.queue_wait", 1).getSum()).isPositive();
        assertThat(metrics.awaitHistogram("steptrace.job.dispatch", 1).getSum()).isPositive();
        assertThat(metrics.exemplarSpans("steptrace.job.queue_wait")).isEmpty();
        spans.flush();
        assertThat(spans.soFar()).isEmpty();
    }

    @Path("/posts")
    public static class Posts {

        @GET
        public String list() {
            return "posts";
        }
    }
}
