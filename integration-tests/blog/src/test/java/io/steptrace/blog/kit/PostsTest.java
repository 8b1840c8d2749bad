package io.steptrace.blog.kit;

import static io.restassured.RestAssured.given;
import static io.steptrace.test.TraceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.quarkus.test.junit.QuarkusTest;
import io.steptrace.ParkCause;
import io.steptrace.test.Trace;
import io.steptrace.test.Traces;

/** Traces that come without an exporter, as they are by default: waits are looked for, and short ones become spans. */
@QuarkusTest
class PostsTest {

    private static final String POST = "http.server: GET /posts/{id}";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Traces traces;

    /** The first of them has read the author into the cache. */
    @Test
    void showsAPost() {
        given().get("/posts/1").then().statusCode(200);
        given().get("/posts/1").then().statusCode(200);
        Trace page = traces.await(POST, 2).get(1);

        assertThat(page).isDrawnAs("""
                http.server: GET /posts/{id} [200]
                ├─ step.load_post
                │  ├─ db.get blog_post
                │  ├─ cache.get author
                │  ├─ http.get comments
                │  │  └─ GET /api/comments [200]
                │  │     └─ http.server: GET /api/comments [200]
                │  │        └─ db.list blog_comment
                │  └─ step.load_post.resume
                └─ step.render_page
                """)
                .waitedInQueueLessThan(Duration.ofSeconds(10))
                .hasNoPark(ParkCause.RATE_LIMIT)
                .hasAtMost(2, "db.*")
                .hasNoErrors();
    }

    @Test
    void showsWhatWasNotExpected() {
        given().get("/posts/4711").then().statusCode(404);
        Trace page = traces.awaitOne(POST);

        assertThatThrownBy(() -> assertThat(page).isDrawnAs("""
                http.server: GET /posts/{id} [200]
                └─ step.load_post
                   └─ db.get blog_post
                """)).isInstanceOf(AssertionError.class).hasMessageContaining("- http.server: GET /posts/{id} [200]\n")
                .hasMessageContaining("+ http.server: GET /posts/{id} [404]\n");
    }

    @Test
    void separatesRequests() {
        String mine = UUID.randomUUID().toString();
        given().get("/posts").then().statusCode(200);
        given().header("User-Agent", mine).get("/posts").then().statusCode(200);

        List<Trace> both = traces.await("http.server: GET /posts", 2);
        Trace trace = traces
                .awaitOne(span -> mine.equals(span.getAttributes().get(AttributeKey.stringKey("user_agent.original"))));
        assertThat(both).extracting(each -> each.root().getTraceId()).contains(trace.root().getTraceId());
        assertThat(traces.all()).hasSameSizeAs(both);
        assertThatThrownBy(() -> traces.awaitOne("http.server: GET /posts"))
                .hasMessageContaining(
                        "expected one trace with the root \"http.server: GET /posts\", but there are 2 - reset()");
    }

    /** Waits are looked for only once the application has started, and the views are kept for a while. */
    @Test
    void namesTheMethodThatSleeps() {
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).untilAsserted(() -> {
            traces.reset();
            given().get("/slow-by-accident").then().statusCode(200);

            assertThat(traces.awaitOne("http.server: GET /slow-by-accident"))
                    .hasDetectedWait(ParkCause.TIMER, "AccessLog.count").waitedFor("timer AccessLog.count");
        });
    }
}
