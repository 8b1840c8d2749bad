package io.steptrace.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.smallrye.mutiny.Uni;

class HandOverMetricsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = FinishedMetrics
            .enabledIn(HttpApplications.with(Posts.class, FinishedMetrics.class,
                    FinishedMetrics.Exporter.class));

    @TestHTTPResource
    URI uri;

    @Inject
    FinishedSpans spans;

    @Inject
    FinishedMetrics metrics;

    @Test
    void measuresEachHandOver() {
        HttpApplications.get(uri, "/posts");
        HttpApplications.get(uri, "/posts");
        HttpApplications.get(uri, "/posts/reactive");

        HistogramPointData queueWait = metrics.awaitHistogram("steptrace.job.queue_wait", 2);
        assertThat(queueWait.getAttributes().get(AttributeKey.stringKey("job.queue"))).isEqualTo("worker");
        assertThat(queueWait.getSum()).isPositive().isLessThan(60);
        assertThat(queueWait.getBoundaries()).startsWith(0.000_01).endsWith(60.0);
        assertThat(HttpApplications.roots(spans, 3)).extracting(SpanData::getSpanId)
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
