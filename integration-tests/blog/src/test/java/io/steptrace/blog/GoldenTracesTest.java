package io.steptrace.blog;

import java.util.Comparator;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.steptrace.blog.promotion.LongWaitsPromoted;
import io.steptrace.blog.trace.GoldenFile;
import io.steptrace.blog.trace.LocalTrace;
import io.steptrace.blog.trace.RecordedJob;
import io.steptrace.blog.trace.TracedCalls;

@QuarkusTest
@TestProfile(LongWaitsPromoted.class)
class GoldenTracesTest {

    private static final int CALLS = 8;

    @Inject
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
        GoldenFile.of("post-500").assertShows(calls.get("/posts/4"));
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
        GoldenFile.of("queue-heavy").assertShows(longestWait(calls.getAtOnce(CALLS, "/queue-heavy"), "step.build_digest"));
    }

    @Test
    void showsTheStepThatWasParkedLongest() throws Exception {
        GoldenFile.of("park-heavy").assertShows(longestWait(calls.getAtOnce(CALLS, "/park-heavy"), "step.print_page"));
    }

    private static LocalTrace longestWait(List<LocalTrace> traces, String step) {
        Comparator<LocalTrace> byWait = Comparator.comparing(trace -> RecordedJob.of(trace, step), RecordedJob.byWait());
        return traces.stream().max(byWait).orElseThrow();
    }
}
