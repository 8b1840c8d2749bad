package io.steptrace.test.queue;

import static io.steptrace.test.fixture.FinishedSpans.attribute;
import static io.steptrace.test.fixture.FinishedSpans.eventNames;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.JobRejectedException;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

class FullQueueAnswerTest extends HttpTest {

    private static final String MESSAGE = "queue full: mail (capacity 0, concurrency 1) - submit less, or raise"
            + " quarkus.steptrace.queues.\"mail\".capacity";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(RefusingApplication.class)
            .overrideConfigKey("quarkus.steptrace.queues.\"mail\".concurrency", "1")
            .overrideConfigKey("quarkus.steptrace.queues.\"mail\".capacity", "0")
            .overrideConfigKey("quarkus.steptrace.queues.\"continuations\".concurrency", "1")
            .overrideConfigKey("quarkus.steptrace.queues.\"continuations\".capacity", "0")
            .overrideConfigKey("quarkus.steptrace.queues.\"continuations\".rejection-status", "429")
            .overrideConfigKey("quarkus.steptrace.console", "true")
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue()
                    || record.getLoggerName().equals("io.steptrace.console"))
            .assertLogRecords(FullQueueAnswerTest::assertLog);

    @Inject
    RefusingApplication.Work work;

    @BeforeEach
    void occupyTheQueues() throws InterruptedException {
        work.occupy();
        spans.reset();
    }

    @AfterEach
    void releaseTheQueues() {
        work.release();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/refused/uni", "/refused/stage", "/refused/void", "/refused/blocking-uni",
            "/refused/joined-stage", "/refused/event-loop", "/refused/executor", "/routes/void", "/routes/uni" })
    void saysThatItIsBusyAndNoMoreWhateverWayTheQueueWasReached(String path) {
        assertAnswer(path, 503);

        SpanData root = root();
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attribute(root, "error.message")).isEqualTo(MESSAGE);
        assertRecorded(path, 1);
    }

    @Test
    void answersWithTheStatusOfTheQueueThatRefused() {
        assertAnswer("/refused/need", 429);
        SpanData root = root();
        assertThat((String) attribute(root, "error.message")).startsWith("queue full: continuations (");
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        // no fault of this server, and so without a stack trace
        assertThat(attribute(root, "error.origin")).isEqualTo("application");
        assertRecorded("/refused/need", 0);
    }

    @Test
    void recordsARejectionThatTheApplicationHasHandled() {
        assertThat(get("/refused/caught").body()).isEqualTo("later");
        assertThat(root().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertRecorded("/refused/caught", 1);
    }

    @Test
    void leavesARejectionOfThePlatformAlone() {
        HttpResponse<String> answer = get("/routes/worker-pool");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEmpty();
    }

    private void assertAnswer(String path, int status) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("Too busy. Please try again later.");
    }

    private void assertRecorded(String path, int exceptions) {
        spans.flush();
        List<SpanData> all = spans.soFar();
        assertThat(all.stream().flatMap(span -> eventNames(span).stream()).filter("exception"::equals)).as(path)
                .hasSize(exceptions);
        EventData event = all.stream().flatMap(span -> span.getEvents().stream())
                .filter(candidate -> candidate.getName().equals("steptrace.job.rejected")).reduce((one, other) -> {
                    throw new AssertionError("recorded twice");
                }).orElseThrow();
        assertThat(event.getAttributes().asMap().values()).as(path).contains("queue_full");
    }

    private static void assertLog(List<java.util.logging.LogRecord> records) {
        List<String> lines = records.stream().map(java.util.logging.LogRecord::getMessage).toList();
        assertThat(lines).filteredOn(line -> line.equals(MESSAGE)).as("once in an interval").hasSize(1);
        assertThat(lines).filteredOn(line -> line.startsWith("Worker thread pool exhaustion")).as("the platform's own")
                .hasSize(1);
        assertThat(lines).filteredOn(line -> line.startsWith("HTTP Request to")).isEmpty();
        assertThat(lines).anyMatch(line -> line.contains("[ERROR " + JobRejectedException.class.getName() + ": queue full: mail"
                + " (capacity 0, concurrency 1)"));
    }
}
