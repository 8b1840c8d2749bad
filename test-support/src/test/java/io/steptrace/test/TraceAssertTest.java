package io.steptrace.test;

import static io.steptrace.test.DrawnSpans.with;
import static io.steptrace.test.TraceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.steptrace.ParkCause;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.EventNames;

/** Each assertion, met and not. */
class TraceAssertTest {

    private static final Duration LONG = Duration.ofSeconds(1);

    @Test
    void boundsTheNumberOfSpans() {
        Trace lists = new DrawnSpans().span(0, "step.list", 0, 9).span(1, "db.list post", 1, 2).span(1, "db.get author", 2, 3)
                .span(1, "db.get author", 3, 4).span(1, "dbx", 4, 5).trace();

        assertThat(lists).hasAtMost(3, "db.*").hasAtMost(0, "http.*").hasAtMost(2, "db.get author").hasAtMost(1, "*list");
        assertFails(() -> assertThat(lists).hasAtMost(1, "db.get*"), """
                expected at most 1 spans "db.get*", but there are 2

                  step.list
                  ├─ db.list post
                > ├─ db.get author
                > ├─ db.get author
                  └─ dbx
                """);
    }

    @Test
    void boundsTheWaitInQueues() {
        Trace waited = new DrawnSpans().span(0, "step.send", 0, 99, span -> span.setAttributes(
                Attributes.of(AttributeKeys.JOB_QUEUE, "mail", AttributeKeys.JOB_QUEUE_WAIT_MS, 72.25))).trace();

        assertThat(waited).waitedInQueueLessThan(LONG);
        assertFails(() -> assertThat(waited).waitedInQueueLessThan(Duration.ofMillis(50)), """
                expected each job to wait for less than 50 ms in its queue, but step.send waited for 72.3 ms in mail

                > step.send
                """);
    }

    @Test
    void boundsTheTimeParked() {
        Trace parked = new DrawnSpans().span(0, "step.send", 0, 99, with(AttributeKeys.JOB_PARK_WAIT_MS_TOTAL, 20.0)).trace();

        assertThat(parked).parkedLessThan(LONG);
        assertFails(() -> assertThat(parked).parkedLessThan(Duration.ofMillis(20)), """
                expected each span to be parked for less than 20 ms, but step.send was parked for 20 ms

                > step.send
                """);
    }

    @Test
    void findsParksHoweverShort() {
        Trace parked = new DrawnSpans().span(0, "step.send", 0, 99, span -> span.setEvents(List.of(EventData.create(1,
                EventNames.JOB_PARKED, Attributes.of(AttributeKeys.JOB_PARK_CAUSE, "rate_limit")))))
                .span(1, "job.park(lock)", 1, 50,
                        span -> span.setAttributes(Attributes.of(AttributeKeys.JOB_PARK_DETECTED, true,
                                AttributeKeys.CODE_FUNCTION_NAME, "org.acme.Cache.load", AttributeKeys.CODE_LINE_NUMBER, 41L)))
                .trace();

        assertThat(parked).hasNoPark(ParkCause.IO_WAIT).hasDetectedWait(ParkCause.LOCK, "Cache.load");
        assertFails(() -> assertThat(parked).hasNoPark(ParkCause.RATE_LIMIT), """
                expected no park for the cause rate_limit, but step.send

                > step.send
                  └─ job.park(lock)
                """);
        assertFails(() -> assertThat(parked).hasNoPark(ParkCause.LOCK), """
                expected no park for the cause lock, but job.park(lock) in org.acme.Cache.load:41

                  step.send
                > └─ job.park(lock)
                """);
        assertFails(() -> assertThat(parked).hasNoDetectedWait(), """
                expected no wait that is not marked, but job.park(lock) in org.acme.Cache.load:41

                  step.send
                > └─ job.park(lock)
                """);
        assertFails(() -> assertThat(parked).hasDetectedWait(ParkCause.TIMER, "Cache.load"), """
                expected a wait job.park(timer) in Cache.load, but found job.park(lock) in org.acme.Cache.load:41

                  step.send
                > └─ job.park(lock)
                """);
    }

    @Test
    void findsErrors() {
        Trace failed = new DrawnSpans().span(0, "step.send", 0, 99).span(1, "tcp.send mail", 1, 2,
                span -> span.setStatus(StatusData.error())).trace();

        assertFails(() -> assertThat(failed).hasNoErrors(), """
                expected no errors, but tcp.send mail

                  step.send
                > └─ tcp.send mail [ERROR]
                """);
    }

    @Test
    void readsTheVerdict() {
        Trace judged = new DrawnSpans().span(0, "step.send", 0, 99, span -> span.setAttributes(Attributes.of(
                AttributeKeys.WORKING_MS, 36.5, AttributeKeys.WAITING_MS, 62.0, AttributeKeys.UNKNOWN_MS, 0.5,
                AttributeKeys.WAITED_FOR, List.of("queue mail=40", "lock Cache.load:41=22")))).trace();

        assertThat(judged.verdict()).contains(new Verdict(Duration.ofNanos(36_500_000), Duration.ofMillis(62),
                Duration.ofNanos(500_000),
                Map.of("queue mail", Duration.ofMillis(40), "lock Cache.load:41", Duration.ofMillis(22))));
        assertThat(judged).waitedLessThan(LONG).workedLessThan(LONG).waitedFor("queue mail").waitedFor("lock");
        assertFails(() -> assertThat(judged).waitedLessThan(Duration.ofMillis(62)), """
                expected the trace to wait for less than 62 ms, but it worked for 36.5 ms and waited for 62 ms: \
                queue mail 40 ms, lock Cache.load:41 22 ms

                step.send
                """);
        assertFails(() -> assertThat(judged).workedLessThan(Duration.ofMillis(36)), """
                expected the trace to work for less than 36 ms, but it worked for 36.5 ms and waited for 62 ms: \
                queue mail 40 ms, lock Cache.load:41 22 ms

                step.send
                """);
        assertFails(() -> assertThat(judged).waitedFor("http"), """
                expected the trace to wait for http, but it worked for 36.5 ms and waited for 62 ms: \
                queue mail 40 ms, lock Cache.load:41 22 ms

                step.send
                """);
        assertFails(() -> assertThat(new DrawnSpans().span(0, "step.send", 0, 9).trace()).waitedFor("http"), """
                there is no verdict on the trace:

                step.send
                """);
    }

    private static void assertFails(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message);
    }
}
