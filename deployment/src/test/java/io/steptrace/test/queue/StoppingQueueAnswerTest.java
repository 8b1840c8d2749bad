package io.steptrace.test.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.logging.LogRecord;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;
import io.steptrace.runtime.internal.queue.JobQueues;
import io.steptrace.runtime.internal.queue.RejectionLog;
import io.steptrace.test.fixture.FinishedSpans;
import io.steptrace.test.fixture.HttpTest;
import io.steptrace.test.fixture.TracedApplication;

/** Requests that are still on their way when the queues have been drained for the shutdown. */
class StoppingQueueAnswerTest extends HttpTest {

    private static final String MESSAGE = "queue shut down: mail - the application is stopping";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TracedApplication.with(RefusingApplication.class)
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue()
                    || record.getLoggerName().equals(RejectionLog.class.getName()))
            .assertLogRecords(StoppingQueueAnswerTest::assertQuiet);

    @Inject
    JobQueues queues;

    @Test
    void saysThatTheApplicationIsStopping() {
        queues.drain(Duration.ZERO);
        for (String path : List.of("/refused/void", "/refused/uni", "/refused/stage", "/refused/executor", "/routes/void")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.body()).as(path).isEqualTo("Too busy. Please try again later.");
        }
        assertThat(roots(5)).allSatisfy(
                root -> assertThat(FinishedSpans.attribute(root, "error.message")).isEqualTo(MESSAGE));
        assertThat(spans.soFar().stream().flatMap(span -> span.getEvents().stream())
                .filter(event -> event.getName().equals("steptrace.job.rejected"))).hasSize(5)
                .allMatch(event -> event.getAttributes().asMap().containsValue("shutdown"));
    }

    private static void assertQuiet(List<LogRecord> records) {
        assertThat(records).extracting(LogRecord::getLevel).containsOnly(java.util.logging.Level.INFO);
        assertThat(records).extracting(LogRecord::getMessage).as("the first of them")
                .containsExactly(MESSAGE);
    }
}
