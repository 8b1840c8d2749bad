package io.steptrace.blog;

import static io.steptrace.test.TraceAssertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.steptrace.blog.promotion.NothingPromoted;
import io.steptrace.traces.ExportedToTests;
import io.steptrace.traces.TracedCalls;

/** Traces in which nothing waits for long, even on a busy machine. */
@QuarkusTest
@TestProfile(NothingPromoted.class)
@WithTestResource(ExportedToTests.class)
class GoldenTracesTest {

    TracedCalls calls;

    @BeforeEach
    void readsTheAuthorIntoTheCache() {
        calls.get("/posts/1");
    }

    @Test
    void showsAPage() throws Exception {
        assertThat(calls.get("/posts/1")).matchesGolden("post-200");
    }

    @Test
    void showsAPostThatDoesNotExist() throws Exception {
        assertThat(calls.get("/posts/4711")).matchesGolden("post-404");
    }

    @Test
    void showsAPostWhoseAuthorIsMissing() throws Exception {
        assertThat(calls.get("/posts/4")).matchesGolden("post-without-author-200");
    }

    @Test
    void showsAPostWhoseCommentsCannotBeRead() throws Exception {
        assertThat(calls.get("/posts/5")).matchesGolden("post-500");
    }

    @ParameterizedTest
    @ValueSource(strings = { "all", "all_required", "any", "first_success" })
    void showsWhatEachJoinWaitsFor(String join) throws Exception {
        assertThat(calls.get("/mirrors/" + join, "file.get far_mirror")).matchesGolden("join-" + join.replace('_', '-'));
    }

    @Test
    void showsAnEffectThatWasRetried() throws Exception {
        assertThat(calls.get("/retry-heavy")).matchesGolden("retry-heavy");
    }

    @Test
    void showsTheListOfPosts() throws Exception {
        assertThat(calls.get("/posts")).matchesGolden("list-200");
    }

    @Test
    void showsTheCreationOfAPost() throws Exception {
        assertThat(calls.trace(request -> request.contentType(ContentType.JSON)
                .body("""
                        {"title": "Fresh", "body": "Just written.", "authorId": 2}""")
                .post("/posts"))).matchesGolden("post-created-201");
    }
}
