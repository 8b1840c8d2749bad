package io.steptrace.runtime.internal.console;

import static io.steptrace.runtime.internal.console.DrawnSpans.end;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.steptrace.JobRejectedException;

class TraceNotesTest {

    private final DrawnSpans spans = new DrawnSpans(TraceFilter.NONE);

    @Test
    void sayWhatAPromotedParkWasFor() {
        Span effect = parked("db.get post", 1, 418.26, 1.74);
        Span park = spans.span("job.park(backpressure)", 0, effect);
        park.setAllAttributes(park("backpressure", "jdbc <default>", 2));
        end(park, 418);
        end(effect, 420);

        assertThat(spans.notes()).containsExactly("parked 418.26 ms for jdbc <default> (2 of 2), active 1.74 ms",
                "jdbc <default> (2 of 2)");
    }

    @Test
    void sayWhatAParkWithoutASpanOfItsOwnWasFor() {
        Span effect = parked("db.get post", 1, 1.5, 18.5);
        effect.addEvent("steptrace.job.parked", park("lock", null, 0));
        end(effect, 20);

        assertThat(spans.notes()).containsExactly("parked 1.50 ms for lock, active 18.50 ms");
    }

    @Test
    void sayEachReasonOnceWhereThereWereSeveralParks() {
        Span effect = parked("http.get rates", 5, 30, 10);
        effect.addEvent("steptrace.job.parked", park("timer", null, 0));
        effect.addEvent("steptrace.job.parked", park("rate_limit", "mail", 10));
        effect.addEvent("steptrace.job.parked", park("backpressure", "http client a:80", 1));
        Span first = spans.span("job.park(backpressure)", 0, effect);
        first.setAllAttributes(park("backpressure", "jdbc <default>", 2));
        end(first, 9);
        Span second = spans.span("job.park(timer)", 10, effect);
        second.setAllAttributes(park("timer", null, 0));
        end(second, 20);
        end(effect, 40);

        assertThat(spans.notes()).containsExactly(
                "parked 5x 30.00 ms for jdbc <default> (2 of 2) and timer and mail (10 of 10) and 1 more, active 10.00 ms",
                "jdbc <default> (2 of 2)", "");
    }

    @Test
    void leaveALimitOutThatChanged() {
        Span effect = parked("http.get rates", 2, 30, 10);
        effect.addEvent("steptrace.job.parked", park("rate_limit", "mail", 10));
        effect.addEvent("steptrace.job.parked", park("rate_limit", "mail", 20));
        end(effect, 40);

        assertThat(spans.notes()).containsExactly("parked 2x 30.00 ms for mail, active 10.00 ms");
    }

    @Test
    void addUpToTheSpanWithTheDispatch() {
        Span step = spans.span("step.print", 0, null);
        job(step, 12.9, 292.54, 0, 46.56);
        end(step, 352);

        assertThat(spans.notes()).containsExactly("waited 12.90 ms in queue q, dispatch 292.54 ms, active 46.56 ms");
    }

    @RepeatedTest(20)
    void addUpToTheLastDigitHoweverTheyAreRounded() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        double queueWait = random.nextInt(3_000_000) / 1e6;
        double dispatch = random.nextInt(3_000_000) / 1e6;
        double park = random.nextInt(3_000_000) / 1e6;
        Span step = spans.span("step.print", 0, null);
        step.setAttribute("job.park_count", 1);
        job(step, queueWait, dispatch, park, 10 - queueWait - dispatch - park);
        end(step, 10);

        BigDecimal sum = BigDecimal.ZERO;
        Matcher parts = Pattern.compile("(\\d+\\.\\d\\d) ms").matcher(spans.notes().get(0));
        while (parts.find()) {
            sum = sum.add(new BigDecimal(parts.group(1)));
        }
        assertThat(sum).as(spans.notes().get(0)).isEqualByComparingTo("10");
    }

    @Test
    void nameTheExceptionOfASpanOfAnotherLibrary() {
        Span client = spans.span("GET", SpanKind.CLIENT, 0, null);
        client.setStatus(StatusCode.ERROR);
        client.recordException(new java.net.ConnectException("Connection refused\nat line two"));
        end(client, 5);

        assertThat(spans.notes()).containsExactly("ERROR java.net.ConnectException: Connection refused");
    }

    @Test
    void nameTheErrorTypeOfASpanOfAnotherLibrary() {
        Span client = spans.span("SELECT", SpanKind.CLIENT, 0, null);
        client.setStatus(StatusCode.ERROR).setAttribute("error.type", "org.h2.jdbc.JdbcSQLTimeoutException");
        end(client, 5);

        assertThat(spans.notes()).containsExactly("ERROR org.h2.jdbc.JdbcSQLTimeoutException");
    }

    @Test
    void doNotRepeatTheStatusAsTheTypeOfTheError() {
        Span root = spans.span("GET /posts", SpanKind.SERVER, 0, null);
        root.setStatus(StatusCode.ERROR).setAttribute("http.response.status_code", 500).setAttribute("error.type", "500")
                .setAttribute("error.origin", "system");
        Span outside = spans.span("GET /outside", SpanKind.CLIENT, 1, root);
        outside.setStatus(StatusCode.ERROR).setAttribute("http.response.status_code", 404).setAttribute("error.type", "404");
        end(outside, 4);
        end(root, 5);

        assertThat(spans.notes()).containsExactly("500, ERROR", "404, ERROR");
    }

    @Test
    void cutALongMessageAndKeepTheStatusOfAnAnswer() {
        Span step = spans.span("step.read", 0, null);
        step.setStatus(StatusCode.ERROR).setAttribute("error.type", "java.lang.IllegalStateException")
                .setAttribute("error.origin", "system");
        step.recordException(new IllegalStateException("x".repeat(1_000)));
        end(step, 5);

        assertThat(spans.notes()).containsExactly("ERROR java.lang.IllegalStateException: " + "x".repeat(140) + "…");
    }

    @Test
    void countTheTasksThatAQueueHasRejected() {
        Span root = spans.span("GET /mails", 0, null);
        for (int i = 0; i < 3; i++) {
            root.addEvent("steptrace.job.rejected", Attributes.of(AttributeKey.stringKey("job.queue"), "mail",
                    AttributeKey.stringKey("reason"), "queue_full"));
        }
        root.addEvent("steptrace.job.rejected", Attributes.of(AttributeKey.stringKey("job.queue"), "sms",
                AttributeKey.stringKey("reason"), "shutdown"));
        end(root, 5);

        assertThat(spans.notes()).containsExactly("rejected 3x by queue mail (queue_full), rejected by queue sms (shutdown)");
    }

    @Test
    void sayARejectionOnceWhereItIsTheExceptionOfTheSpan() {
        Span step = spans.span("step.send", 0, null);
        step.addEvent("steptrace.job.rejected", Attributes.of(AttributeKey.stringKey("job.queue"), "mail",
                AttributeKey.stringKey("reason"), "queue_full"));
        step.recordException(new JobRejectedException("mail", 2, JobRejectedException.Reason.QUEUE_FULL,
                "queue full: mail (capacity 2, concurrency 1) - submit less", null));
        step.setStatus(StatusCode.ERROR).setAttribute("error.type", JobRejectedException.class.getName())
                .setAttribute("error.origin", "system");
        end(step, 5);

        assertThat(spans.notes()).containsExactly(
                "ERROR io.steptrace.JobRejectedException: queue full: mail (capacity 2, concurrency 1) - submit less");
    }

    @Test
    void distinguishAParentFromItsNamesakeByTheirKinds() {
        Span client = spans.span("Greeter/SayHello", SpanKind.CLIENT, 0, null);
        Span server = spans.span("Greeter/SayHello", SpanKind.SERVER, 1, client);
        Span step = spans.span("step.greet", 2, server);
        end(step, 3);
        end(server, 4);
        end(client, 5);

        assertThat(spans.notes()).containsExactly("client", "server", "");
    }

    @Test
    void distinguishSiblingsByTheirKindsAndLeaveOtherNamesakesAlone() {
        Span root = spans.span("root", 0, null);
        end(spans.span("orders", SpanKind.PRODUCER, 1, root), 2);
        end(spans.span("orders", SpanKind.CONSUMER, 3, root), 4);
        end(spans.span("SELECT", SpanKind.CLIENT, 5, root), 6);
        end(spans.span("SELECT", SpanKind.CLIENT, 7, root), 8);
        end(root, 9);

        assertThat(spans.notes()).containsExactly("", "producer", "consumer", "", "");
    }

    private Span parked(String name, long count, double parkMillis, double activeMillis) {
        Span span = spans.span(name, 0, null);
        span.setAttribute("job.queue_wait_ms", 0.0).setAttribute("job.dispatch_ms", 0.0)
                .setAttribute("job.park_wait_ms_total", parkMillis).setAttribute("job.run_active_ms", activeMillis)
                .setAttribute("job.park_count", count);
        return span;
    }

    private static void job(Span span, double queueWait, double dispatch, double park, double active) {
        span.setAttribute("job.queue", "q").setAttribute("job.queue_wait_ms", queueWait)
                .setAttribute("job.dispatch_ms", dispatch).setAttribute("job.park_wait_ms_total", park)
                .setAttribute("job.run_active_ms", active);
    }

    private static Attributes park(String cause, String token, long limit) {
        AttributesBuilder park = Attributes.builder().put("job.park.cause", cause);
        if (token != null) {
            park.put("job.park.token", token);
        }
        if (limit > 0) {
            park.put("concurrency.limit.current", limit).put("concurrency.limit.max", limit);
        }
        return park.build();
    }
}
