package io.steptrace.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;

class HandOverUnsampledTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = FinishedMetrics
            .enabledIn(HttpApplications.with(Posts.class, FinishedMetrics.class,
                    FinishedMetrics.Exporter.class))
            .overrideConfigKey("quarkus.otel.traces.sampler", "always_off");

    @TestHTTPResource
    URI uri;

    @Inject
    FinishedSpans spans;

    @Inject
    FinishedMetrics metrics;

    @Test
    void measuresRequestsThatAreNotTraced() {
        assertThat(HttpApplications.get(uri, "/posts").body()).isEqualTo("posts");

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
