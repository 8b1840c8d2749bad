package io.steptrace.test.reload;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.test.fixture.FinishedSpans;

/** What continuous testing runs; its name keeps it from running by itself. */
@QuarkusTest
class ReloadedPostsET {

    @Inject
    ReloadedPosts posts;

    @Inject
    FinishedSpans spans;

    @Test
    void recordsThatAPostIsLoaded() {
        posts.load();
        spans.flush();
        assertThat(spans.soFar()).extracting(SpanData::getName).containsExactly("step.load_post");
    }
}
