package io.steptrace.blog;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.http.ContentType;
import io.steptrace.traces.ConcurrentCalls;
import io.steptrace.traces.GoldenFile;
import io.steptrace.traces.TracedCalls;

/** What every build of the application shows, whether it runs inside the tests or as it is shipped. */
abstract class GoldenTracesContract {

    private static final Duration PROMOTED = Duration.ofMillis(65);

    @Inject
    TracedCalls calls;

    @Inject
    ConcurrentCalls concurrentCalls;

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
    void showsTheEffectThatWaitedLongestInItsBulkhead() throws Exception {
        GoldenFile.of("bulkhead-heavy").assertShows(
                concurrentCalls.longestWait("/bulkhead-heavy", "compute.draw thumbnail", PROMOTED));
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

    @Test
    void showsTheJobThatWaitedLongestInItsQueue() throws Exception {
        GoldenFile.of("queue-heavy").assertShows(concurrentCalls.longestWait("/queue-heavy", "step.build_digest", PROMOTED));
    }

    @Test
    void showsTheStepThatWasParkedLongest() throws Exception {
        GoldenFile.of("park-heavy").assertShows(concurrentCalls.longestWait("/park-heavy", "step.print_page", PROMOTED));
    }
}
