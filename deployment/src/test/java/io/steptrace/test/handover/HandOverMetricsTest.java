package io.steptrace.test.handover;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.steptrace.test.fixture.FinishedMetrics;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

class HandOverMetricsTest extends HttpTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.measuring(Posts.class);

    @Inject
    FinishedMetrics metrics;

    @Test
    void measuresEachHandOver() {
        get("/posts");
        get("/posts");
        get("/posts/reactive");

        HistogramPointData queueWait = metrics.awaitHistogram("steptrace.job.queue_wait", 2);
        assertThat(queueWait.getAttributes().get(AttributeKey.stringKey("job.queue"))).isEqualTo("worker");
        assertThat(queueWait.getSum()).isPositive().isLessThan(60);
        assertThat(queueWait.getBoundaries()).startsWith(0.000_01).endsWith(60.0);
        assertThat(roots(3)).extracting(SpanData::getSpanId)
                .containsAll(metrics.exemplarSpans("steptrace.job.queue_wait"));
        assertThat(metrics.exemplarSpans("steptrace.job.queue_wait")).isNotEmpty();
        assertThat(metrics.awaitHistogram("steptrace.job.dispatch", 2).getSum()).isPositive();
    }

    @Path("/posts")
    public static class Posts {

        @GET
        public String list() {
            return "posts";
        }

        @GET
        @Path("/reactive")
        public Uni<String> reactive() {
            return Uni.createFrom().item("posts");
        }
    }
}
