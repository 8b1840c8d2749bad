package io.steptrace.dev.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.steptrace.dev.advice.RecentJob;
import io.steptrace.dev.answer.Place;
import io.steptrace.dev.answer.SpanRow;
import io.steptrace.dev.answer.SpanStretch;
import io.steptrace.dev.answer.TraceDetail;
import io.steptrace.dev.answer.TraceLine;
import io.steptrace.dev.answer.Wait;
import io.steptrace.dev.assistant.Explanation;
import io.steptrace.dev.assistant.SlowRequest;
import io.steptrace.dev.assistant.WhySlow;
import io.steptrace.runtime.internal.verdict.KnownWait;

class FinishedTraceTest {

    private static final long MS = 1_000_000;

    private final RecordedTrace trace = new RecordedTrace();

    @Test
    void showsWhereARequestWorkedAndWaited() {
        TraceDetail detail = slowRequest();
        TraceLine line = detail.line();
        assertThat(line.name()).isEqualTo("GET /posts/{id}");
        assertThat(line.status()).isEqualTo("200");
        assertThat(line.error()).isFalse();
        assertThat(line.complete()).isTrue();
        assertThat(line.lengthNanos()).isEqualTo(100 * MS);
        assertThat(line.waits()).containsExactly(new Wait("queue digest", 40 * MS), new Wait("lock Posts.load:42", 20 * MS));
        assertThat(detail.verdict()).isEqualTo("100 ms = 40 working + 60 waiting: queue digest 40, lock Posts.load:42 20");
        assertThat(detail.text()).contains("\nhttp.server: GET /posts/{id}  100 ms = 40 working").contains("└─ step.load");

        SpanRow step = detail.spans().get(1);
        assertThat(step.stretches()).containsExactly(new SpanStretch("queue", "queue digest", 10 * MS, 50 * MS),
                new SpanStretch("working", "", 50 * MS, 60 * MS),
                new SpanStretch("park", "lock Posts.load:42", 60 * MS, 80 * MS),
                new SpanStretch("working", "", 80 * MS, 90 * MS));
        SpanRow wait = detail.spans().get(2);
        assertThat(wait.detected()).isTrue();
        assertThat(wait.stretches()).containsExactly(new SpanStretch("park", "lock Posts.load:42", 60 * MS, 80 * MS));
        assertThat(wait.place()).isEqualTo(new Place("com.acme.Posts", "Posts.java", 42));
        assertThat(wait.stack()).containsExactly("at com.acme.Posts.load(Posts.java:42)",
                "at java.lang.Thread.run(Thread.java:1)");
    }

    @Test
    void knowsForHowLongAJobTookItsWorker() {
        slowRequest();
        assertThat(trace.only().jobs())
                .containsExactly(new RecentJob("digest", RecordedTrace.epochNanos(10), 40 * MS, 40 * MS, 20 * MS));
    }

    @Test
    void knowsHowMuchOfALimitWasTaken() {
        Span root = trace.span("http.server: GET /", SpanKind.SERVER, 0, null);
        Span park = trace.span("job.park(backpressure)", SpanKind.INTERNAL, 1, root);
        park.setAttribute("job.park.token", "jdbc <default>").setAttribute("concurrency.limit.current", 10L)
                .setAttribute("concurrency.limit.max", 10L);
        trace.end(park, 9);
        trace.end(root, 10);
        assertThat(trace.only().request(trace.detail().line()).limits()).isEqualTo(Map.of("jdbc <default>", "10 of 10"));
        assertThat(trace.only().request(trace.detail().line()).isRequest()).isTrue();
    }

    @Test
    void givesAnAssistantNoValuesUnlessAsked() {
        TraceDetail detail = slowRequest();
        WhySlow why = new Explanation(detail).inWords(false);
        assertThat(why.verdict()).startsWith("100 ms = 40 working");
        assertThat(why.waits()).singleElement().satisfies(wait -> {
            assertThat(wait.what()).isEqualTo("lock Posts.load:42");
            assertThat(wait.milliseconds()).isEqualTo("20.00");
            assertThat(wait.place()).isEqualTo("com.acme.Posts (Posts.java:42)");
        });
        assertThat(why.spans()).contains("  step.load [ERROR] +10.00 took 80.00 ms: queue digest 40.00, working 20.00,"
                + " lock Posts.load:42 20.00");
        assertThat(why.toString()).doesNotContain("secret");
        assertThat(new Explanation(detail).inWords(true).attributes().toString()).contains("customer=secret");
        assertThat(SlowRequest.of(detail.line()).verdict()).isEqualTo(detail.verdict());
    }

    @Test
    void judgesWhatOutlivesItsRequestByItsFirstSpan() {
        Span root = trace.span("http.server: GET /", SpanKind.SERVER, 0, null);
        trace.end(root, 5);
        Span late = trace.span("step.late", SpanKind.INTERNAL, 10, root);
        trace.end(late, 30);
        TraceDetail detail = trace.latest().detail();
        assertThat(detail.line().name()).isEqualTo("step.late");
        assertThat(detail.verdict()).isEqualTo("20 ms = 20 working");
        assertThat(detail.line().workingNanos()).isEqualTo(20 * MS);
    }

    @Test
    void sumsUpWaitsBeyondTheFirst() {
        Span root = trace.span("root", SpanKind.SERVER, 0, null);
        for (int number = 0; number < 15; number++) {
            Span call = trace.span("call " + number, SpanKind.CLIENT, 2 * number, root);
            trace.ledger(call).ran(call.getSpanContext().getSpanId(), 1, 0, 0);
            trace.end(call, 2 * number + 1);
        }
        trace.ledger(root).ran(root.getSpanContext().getSpanId(), 1, 0, 0);
        trace.end(root, 30);
        assertThat(trace.detail().line().waits()).hasSize(11).last().isEqualTo(new Wait("5 more", 5 * MS));
    }

    /** Working 0 to 10, in the queue to 50, working to 60, at a lock to 80, working again. */
    private TraceDetail slowRequest() {
        Span root = trace.span("http.server: GET /posts/{id}", SpanKind.SERVER, 0, null);
        root.setAttribute("http.response.status_code", 200L);
        Span step = trace.span("step.load", SpanKind.INTERNAL, 10, root);
        String stepId = step.getSpanContext().getSpanId();
        step.setAttribute("customer", "secret").setAttribute("job.queue", "digest").setAttribute("job.queue_wait_ms", 40.0)
                .setAttribute("job.dispatch_ms", 0.0).setStatus(StatusCode.ERROR, "secret");
        trace.ledger(step).queued(stepId, "digest", RecordedTrace.epochNanos(10), RecordedTrace.epochNanos(50));
        trace.ledger(step).parked(stepId, new KnownWait("lock Posts.load:42", KnownWait.Kind.NAMED,
                Thread.currentThread().getId(), RecordedTrace.epochNanos(60), RecordedTrace.epochNanos(80)));
        trace.ledger(root).ran(root.getSpanContext().getSpanId(), 1_000, 0, 10 * MS);
        trace.ledger(root).ran(root.getSpanContext().getSpanId(), 1_000, 90 * MS, 100 * MS);
        Span wait = trace.span("job.park(lock)", SpanKind.INTERNAL, 60, step);
        wait.setAttribute("job.park.detected", true).setAttribute("code.function.name", "com.acme.Posts.load")
                .setAttribute("code.line.number", 42L).setAttribute("code.stacktrace",
                        "\tat com.acme.Posts.load(Posts.java:42)\n\tat java.lang.Thread.run(Thread.java:1)");
        trace.end(wait, 80);
        trace.end(step, 90);
        trace.end(root, 100);
        return trace.detail();
    }
}
