package io.steptrace.blog;

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
import io.steptrace.traces.GoldenFile;
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
        GoldenFile.of("post-200").assertShows(calls.get("/posts/1"));
    }

    @Test
    void showsAPostThatDoesNotExist() throws Exception {
        GoldenFile.of("post-404").assertShows(calls.get("/posts/4711"));
    }

    @Test
    void showsAPostWhoseAuthorIsMissing() throws Exception {
        GoldenFile.of("post-without-author-200").assertShows(calls.get("/posts/4"));
    }

    @Test
    void showsAPostWhoseCommentsCannotBeRead() throws Exception {
        GoldenFile.of("post-500").assertShows(calls.get("/posts/5"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "all", "all_required", "any", "first_success" })
    void showsWhatEachJoinWaitsFor(String join) throws Exception {
        GoldenFile.of("join-" + join.replace('_', '-')).assertShows(calls.get("/mirrors/" + join));
    }

    @Test
    void showsAnEffectThatWasRetried() throws Exception {
        GoldenFile.of("retry-heavy").assertShows(calls.get("/retry-heavy"));
    }

    @Test
    void showsTheListOfPosts() throws Exception {
        GoldenFile.of("list-200").assertShows(calls.get("/posts"));
    }

    @Test
    void showsTheCreationOfAPost() throws Exception {
        GoldenFile.of("post-created-201").assertShows(calls.trace(request -> request.contentType(ContentType.JSON)
                .body("""
                        {"title": "Fresh", "body": "Just written.", "authorId": 2}""")
                .post("/posts")));
    }
}
