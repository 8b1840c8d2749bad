package io.steptrace.runtime.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;

/** Which traces the tail keeps, in a real SDK. */
class TailSamplingTest {

    private static final AttributeKey<String> REASON = AttributeKey.stringKey("steptrace.sampling.reason");

    private TailSampledSdk sdk;

    @AfterEach
    void close() {
        sdk.close();
    }

    @Test
    void keepsAWholeTraceThatFailed() {
        sdk = new TailSampledSdk("head:0,tail:error", 100, 100);
        Span root = sdk.tracer.spanBuilder("GET /posts").startSpan();
        Span child = sdk.child(root, "db.get post");
        child.setStatus(StatusCode.ERROR);
        child.end();
        assertThat(sdk.exported()).isEmpty();
        root.end();

        assertThat(sdk.exported()).extracting(SpanData::getName).containsExactly("db.get post", "GET /posts");
        assertThat(sdk.exported()).allMatch(span -> span.getSpanContext().isSampled())
                .extracting(span -> span.getAttributes().get(REASON)).containsExactly(null, "error");
        assertThat(sdk.tally.kept()).isEqualTo(Map.of("error", 1L));
    }

    @Test
    void dropsAnUnremarkableTrace() {
        sdk = new TailSampledSdk("head:0,tail:error|effect|p95|p99|queue|park|slow(1h)", 100, 100);
        Span root = sdk.tracer.spanBuilder("GET /posts").startSpan();
        sdk.child(root, "db.get post").end();
        root.end();

        assertThat(sdk.exported()).isEmpty();
        assertThat(sdk.tally.dropped()).isEqualTo(Map.of("unremarkable", 1L));
    }

    @Test
    void keepsATraceWithAFailedRequiredEffect() {
        sdk = new TailSampledSdk("head:0,tail:effect", 100, 100);
        effect(true, false);
        effect(false, false);
        effect(true, true);

        assertThat(sdk.tally.kept()).isEqualTo(Map.of("effect", 1L));
        assertThat(sdk.tally.dropped()).isEqualTo(Map.of("unremarkable", 2L));
    }

    @Test
    void keepsWhatIsSlowForItsRoute() {
        sdk = new TailSampledSdk("head:0,tail:p99", 100, 100);
        for (int i = 0; i < 200; i++) {
            sdk.windows.latency().of("GET /posts").record(10_000_000);
        }
        ended("GET /posts", Duration.ofMillis(10));
        ended("GET /posts", Duration.ofMillis(11));
        ended("GET /rare", Duration.ofSeconds(30));

        assertThat(sdk.tally.kept()).isEqualTo(Map.of("p99", 1L));
        assertThat(sdk.tally.dropped()).isEqualTo(Map.of("unremarkable", 2L));
    }

    @Test
    void keepsWhatIsSlowInAnyCase() {
        sdk = new TailSampledSdk("head:0,tail:slow(1s)", 100, 100);
        ended("GET /posts", Duration.ofMillis(999));
        ended("GET /posts", Duration.ofMillis(1000));

        assertThat(sdk.tally.kept()).isEqualTo(Map.of("slow", 1L));
    }

    @Test
    void keepsWhatWaitedLong() {
        sdk = new TailSampledSdk("head:0,tail:queue|park", 100, 100);
        waited("job.queue_wait", Duration.ofMillis(5));
        waited("job.park(lock)", Duration.ofMillis(7));
        waited("job.queue_wait", Duration.ofMillis(4));
        for (int i = 0; i < 200; i++) {
            sdk.windows.queueWait().of("GET /posts").record(20_000_000);
        }
        sdk.clock.advance(Duration.ofSeconds(2).toNanos());
        waited("job.queue_wait", Duration.ofMillis(5));

        assertThat(sdk.tally.kept()).isEqualTo(Map.of("queue", 1L, "park", 1L));
        assertThat(sdk.tally.dropped()).isEqualTo(Map.of("unremarkable", 2L));
    }

    @Test
    void lateSpansFollowTheDecision() {
        sdk = new TailSampledSdk("head:0,tail:error", 100, 100);
        for (boolean fails : new boolean[] { true, false }) {
            Span root = sdk.tracer.spanBuilder(fails ? "kept" : "dropped").startSpan();
            Span late = sdk.child(root, "late");
            if (fails) {
                root.setStatus(StatusCode.ERROR);
            }
            root.end();
            late.end();
        }

        assertThat(sdk.exported()).extracting(SpanData::getName).containsExactly("kept", "late");
    }

    @Test
    void waitsForTheOutermostRootOfAProcessThatCallsItself() {
        sdk = new TailSampledSdk("head:0,tail:error", 100, 100);
        Span outer = sdk.tracer.spanBuilder("outer").startSpan();
        Span inner = sdk.requestOf(outer.getSpanContext(), "inner");
        inner.end();
        outer.setStatus(StatusCode.ERROR);
        outer.end();

        assertThat(sdk.exported()).extracting(SpanData::getName).containsExactly("inner", "outer");
        assertThat(sdk.tally.kept()).isEqualTo(Map.of("error", 1L));
    }

    @Test
    void decidesEarlyAtEachBound() {
        sdk = new TailSampledSdk("head:0,tail:error", 2, 3);
        Span failed = sdk.tracer.spanBuilder("failed").startSpan();
        sdk.child(failed, "broken").setStatus(StatusCode.ERROR).end();
        Span second = sdk.tracer.spanBuilder("second").startSpan();
        Span third = sdk.tracer.spanBuilder("third").startSpan();
        assertThat(sdk.exported()).as("the oldest of three").extracting(SpanData::getName)
                .containsExactly("broken");
        for (int i = 0; i < 4; i++) {
            sdk.child(second, "many").end();
        }
        assertThat(sdk.tally.dropped()).isEqualTo(Map.of("max_spans", 1L));
        sdk.clock.advance(Duration.ofSeconds(30).toNanos());
        sdk.assembler.sweep();
        assertThat(sdk.tally.dropped()).isEqualTo(Map.of("max_spans", 1L, "decision_wait", 1L));
        failed.end();
        second.setStatus(StatusCode.ERROR).end();
        third.end();

        assertThat(sdk.exported()).extracting(SpanData::getName).containsExactly("broken", "failed");
    }

    @Test
    void keepsALateFailureHoweverManyRequestsCameAndWentMeanwhile() {
        sdk = new TailSampledSdk("head:0,tail:error", 10, 100);
        Span patient = sdk.tracer.spanBuilder("patient").startSpan();
        for (int i = 0; i < 1_000; i++) {
            ended("GET /posts", Duration.ofMillis(1));
        }
        patient.setStatus(StatusCode.ERROR).end();

        assertThat(sdk.exported()).extracting(SpanData::getName).containsExactly("patient");
    }

    @Test
    void forgetsAtOnceWhatItHasDecided() {
        sdk = new TailSampledSdk("head:0,tail:error", 10, 100);
        ended("GET /posts", Duration.ofMillis(1));
        sdk.tracer.spanBuilder("failed").startSpan().setStatus(StatusCode.ERROR).end();

        assertThat(sdk.holds.traces()).isZero();
        assertThat(sdk.holds.ownSpans()).isZero();
    }

    @Test
    void keepsAFailureAmongTenThousandFastRequests() {
        sdk = new TailSampledSdk("head:0,tail:error|p99", 100, 100);
        for (int i = 0; i < 10_000; i++) {
            ended("GET /posts", Duration.ofMillis(1));
        }
        Span failed = sdk.tracer.spanBuilder("GET /posts").startSpan();
        failed.setStatus(StatusCode.ERROR).end();

        assertThat(sdk.exported()).extracting(span -> span.getSpanContext().getSpanId())
                .contains(failed.getSpanContext().getSpanId());
        assertThat(sdk.tally.kept().get("error")).isEqualTo(1);
    }

    @Test
    void leavesWhatIsSampledToOthers() {
        sdk = new TailSampledSdk("head:1,tail:error", 100, 100);
        Span root = sdk.tracer.spanBuilder("GET /posts").startSpan();
        root.setStatus(StatusCode.ERROR).end();

        assertThat(sdk.exported()).hasSize(1);
        assertThat(sdk.exported().get(0).getAttributes().get(REASON)).isEqualTo("head");
    }

    private void effect(boolean required, boolean success) {
        Span root = sdk.tracer.spanBuilder("GET /posts").startSpan();
        sdk.child(root, "db.get post").setAttribute("effect.required", required).setAttribute("effect.success", success)
                .end();
        root.end();
    }

    private void ended(String name, Duration latency) {
        sdk.tracer.spanBuilder(name).setStartTimestamp(1, TimeUnit.SECONDS).startSpan()
                .end(1_000_000_000L + latency.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void waited(String name, Duration wait) {
        Span root = sdk.tracer.spanBuilder("GET /posts").startSpan();
        sdk.tracer.spanBuilder(name).setParent(Context.root().with(root)).setStartTimestamp(1, TimeUnit.SECONDS)
                .startSpan().end(1_000_000_000L + wait.toNanos(), TimeUnit.NANOSECONDS);
        root.end();
    }
}
