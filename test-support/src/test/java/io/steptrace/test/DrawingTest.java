package io.steptrace.test;

import static io.steptrace.test.DrawnSpans.with;
import static io.steptrace.test.TraceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;

/** What a trace looks like, and what is is the same to a comparison. */
class DrawingTest {

    /** Two effects at the same time, then a third one. */
    private static DrawnSpans page() {
        return new DrawnSpans()
                .span(0, "http.server: GET /posts/{id}", 0, 100, with(AttributeKeys.HTTP_RESPONSE_STATUS_CODE, 200L))
                .span(1, "step.load_post", 1, 60)
                .span(2, "db.get blog_post", 2, 30)
                .span(2, "http.get comments", 3, 50)
                .span(1, "step.render_page", 60, 90);
    }

    private static final String DRAWN = """
            http.server: GET /posts/{id} [200]
            ├─ step.load_post
            │  ├─ db.get blog_post
            │  └─ http.get comments
            └─ step.render_page
            """;

    @Test
    void drawsALineASpan() {
        assertThat(page().trace().drawn()).isEqualTo(DRAWN);
        assertThat(page().trace()).isDrawnAs(DRAWN);
    }

    @Test
    void takesSiblingsThatOverlapInAnyOrder() {
        assertThat(page().trace()).isDrawnAs("""
                http.server: GET /posts/{id} [200]
                ├─ step.load_post
                │  ├─ http.get comments
                │  └─ db.get blog_post
                └─ step.render_page
                """);
    }

    @Test
    void marksWhatHappenedInAnotherOrder() {
        assertThatThrownBy(() -> assertThat(page().trace()).isDrawnAs("""
                http.server: GET /posts/{id} [200]
                ├─ step.render_page
                └─ step.load_post
                   ├─ http.get comments
                   └─ db.get blog_post
                """)).isInstanceOf(AssertionFailedError.class).hasMessage("""
                the trace is drawn otherwise

                expected:
                  http.server: GET /posts/{id} [200]
                - ├─ step.render_page
                  └─ step.load_post
                     ├─ http.get comments
                     └─ db.get blog_post
                but was:
                  http.server: GET /posts/{id} [200]
                  ├─ step.load_post
                  │  ├─ http.get comments
                  │  └─ db.get blog_post
                + └─ step.render_page
                """);
    }

    @Test
    void marksOnlyTheLinesThatDiffer() {
        DrawnSpans failed = page().span(2, "cache.get author", 4, 20, span -> span.setStatus(StatusData.error())
                .setAttributes(Attributes.of(AttributeKeys.ERROR_TYPE, "java.io.IOException")));

        assertThatThrownBy(() -> assertThat(failed.trace()).isDrawnAs("""
                http.server: GET /posts/{id} [200]
                ├─ step.load_post
                │  ├─ cache.get author
                │  ├─ db.get blog_post
                │  └─ http.get comments
                └─ step.render_page
                """)).hasMessage("""
                the trace is drawn otherwise

                expected:
                  http.server: GET /posts/{id} [200]
                  ├─ step.load_post
                - │  ├─ cache.get author
                  │  ├─ db.get blog_post
                  │  └─ http.get comments
                  └─ step.render_page
                but was:
                  http.server: GET /posts/{id} [200]
                  ├─ step.load_post
                + │  ├─ cache.get author [ERROR java.io.IOException]
                  │  ├─ db.get blog_post
                  │  └─ http.get comments
                  └─ step.render_page
                """);
    }

    /** So the order of the first does not decide which of two that look alike stands where. */
    @Test
    void placesSiblingsOfOneNameByWhatIsBelowThem() {
        Trace twins = new DrawnSpans().span(0, "step.both", 0, 100)
                .span(1, "http.get page", 1, 90).span(1, "http.get page", 2, 80)
                .span(2, "db.get one", 3, 4).span(3, "db.get other", 3, 4).trace();

        assertThat(twins).isDrawnAs("""
                step.both
                ├─ http.get page
                │  └─ db.get other
                └─ http.get page
                   └─ db.get one
                """);
    }

    @Test
    void leavesOutWaitsThatTheDrawingDoesNotHave() {
        Trace waited = page().span(2, "job.park(io_wait)", 5, 40, with(AttributeKeys.JOB_PARK_DETECTED, true))
                .span(5, "job.queue_wait", 60, 70).trace();

        assertThat(waited).isDrawnAs(DRAWN)
                .isDrawnAs(DRAWN.replace("step.render_page\n", "step.render_page\n   └─ job.queue_wait\n"));
        assertThatThrownBy(() -> assertThat(page().trace())
                .isDrawnAs(DRAWN.replace("step.render_page\n", "step.render_page\n   └─ job.queue_wait\n")))
                .hasMessageContaining("-    └─ job.queue_wait\n");
    }

    @Test
    void saysWhatIsWorthAsserting() {
        assertThat(new DrawnSpans().span(0, "step.left", 0, 9, with(AttributeKeys.STEP_OUTCOME, "cancelled")).trace().drawn())
                .isEqualTo("step.left [cancelled]\n");
        assertThat(new DrawnSpans().span(0, "step.fanned_out", 0, 9, with(AttributeKeys.STEP_OUTCOME, "need")).trace().drawn())
                .isEqualTo("step.fanned_out\n");
        assertThat(new DrawnSpans().span(0, "db.get post", 0, 9, span -> span.setAttributes(
                Attributes.of(AttributeKeys.ERROR_TYPE, "org.acme.NoSuchPost",
                        AttributeKeys.ERROR_ORIGIN, "application")))
                .trace().drawn()).isEqualTo("db.get post [fail org.acme.NoSuchPost]\n");
        assertThat(new DrawnSpans().span(0, "http.server: GET /", 0, 9, span -> span.setStatus(StatusData.error())
                .setAttributes(Attributes.of(AttributeKeys.HTTP_RESPONSE_STATUS_CODE, 500L,
                        AttributeKeys.ERROR_TYPE, "500")))
                .trace().drawn()).isEqualTo("http.server: GET / [500, ERROR]\n");
    }
}
