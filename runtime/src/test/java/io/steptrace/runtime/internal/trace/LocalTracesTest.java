package io.steptrace.runtime.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.promotion.PromotionPolicy;
import io.steptrace.runtime.internal.recording.RecordedSpans;

class LocalTracesTest {

    private final RecordedSpans spans = new RecordedSpans(PromotionPolicy.always());

    @Test
    void numbersTheStepsBelowAForeignRootAndForgetsItWithItsEnd() {
        Span root = spans.tracer.spanBuilder("GET /posts").startSpan();
        Context below = Context.root().with(root);
        step("first", below);
        step("second", below);
        assertThat(spans.traces.size()).isEqualTo(1);
        root.end();

        assertThat(spans.traces.size()).isZero();
        assertThat(spans.finished()).extracting(span -> span.getAttributes().get(AttributeKey.longKey("step.sequence")))
                .containsExactly(1L, 2L, null);
    }

    @Test
    void goesOnCountingAfterACallToItself() {
        Span root = spans.tracer.spanBuilder("GET /posts").startSpan();
        step("before", Context.root().with(root));
        SpanContext caller = root.getSpanContext();
        Context remote = Context.root().with(Span.wrap(SpanContext.createFromRemoteParent(caller.getTraceId(),
                caller.getSpanId(), caller.getTraceFlags(), caller.getTraceState())));
        Span called = spans.tracer.spanBuilder("GET /comments").setParent(remote).startSpan();
        step("called", Context.root().with(called));
        called.end();
        step("after", Context.root().with(root));
        root.end();

        assertThat(spans.finished()).extracting(span -> span.getAttributes().get(AttributeKey.longKey("step.sequence")))
                .containsExactly(1L, 2L, null, 3L, null);
        assertThat(spans.traces.size()).isZero();
    }

    @Test
    void keepsNothingForWorkThatOutlivesItsRoot() {
        Span root = spans.tracer.spanBuilder("GET /posts").startSpan();
        root.end();
        step("late", Context.root().with(root));
        assertThat(spans.traces.size()).isZero();
    }

    @Test
    void keepsNothingForWorkThatIsItsOwnRoot() {
        step("alone", Context.root());
        assertThat(spans.traces.size()).isZero();
    }

    @Test
    void keepsNothingForARootThatBeganBeforeIt() {
        Span root = spans.tracer.spanBuilder("GET /posts").startSpan();
        spans.clock.advance(1);
        LocalTraces afterReload = new LocalTraces(spans.clock);
        spans.clock.advance(1);
        afterReload.of(Context.root().with(root));
        assertThat(afterReload.size()).isZero();

        afterReload.of(Context.root().with(spans.tracer.spanBuilder("GET /posts").startSpan()));
        assertThat(afterReload.size()).isEqualTo(1);
    }

    @Test
    void isBounded() {
        for (int i = 0; i < LocalTraces.CAPACITY + 10; i++) {
            step("any", Context.root().with(spans.tracer.spanBuilder("never ends").startSpan()));
        }
        assertThat(spans.traces.size()).isEqualTo(LocalTraces.CAPACITY);
    }

    private void step(String name, Context parent) {
        spans.work.start(RecordedSpans.step(name), parent, new Object[0]).succeed(null);
    }
}
