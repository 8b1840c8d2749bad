package io.steptrace.runtime.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.steptrace.runtime.internal.promotion.PromotionPolicy;
import io.steptrace.runtime.internal.recording.RecordedSpans;

class LocalTracesTest {

    private final RecordedSpans spans = new RecordedSpans(PromotionPolicy.always());

    @Test
    void numbersTheStepsBelowAForeignRoot() {
        Span root = spans.tracer.spanBuilder("GET /posts").startSpan();
        Context below = Context.root().with(root);
        step("first", below);
        step("second", below);
        root.end();

        assertThat(sequences()).containsExactly(1L, 2L, null);
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

        assertThat(sequences()).containsExactly(1L, 2L, null, 3L, null);
    }

    @Test
    void countsOtherRootsOfAClientsTraceByThemselves() {
        SpanContext client = SpanContext.createFromRemoteParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
                TraceFlags.getSampled(), TraceState.getDefault());
        Context sent = Context.root().with(Span.wrap(client));
        Span one = spans.tracer.spanBuilder("GET /posts").setParent(sent).startSpan();
        Span another = spans.tracer.spanBuilder("GET /posts").setParent(sent).startSpan();
        step("of one", Context.root().with(one));
        step("of another", Context.root().with(another));

        assertThat(sequences()).containsExactly(1L, 1L);
    }

    @Test
    void countsWorkThatOutlivesItsRootByItself() {
        Span root = spans.tracer.spanBuilder("GET /posts").startSpan();
        step("in time", Context.root().with(root));
        root.end();
        step("late", Context.root().with(root));

        assertThat(sequences()).containsExactly(1L, null, 1L);
    }

    @Test
    void countsAnewBelowASpanThatOutlivesItsRoot() {
        Span root = spans.tracer.spanBuilder("GET /posts").startSpan();
        step("in time", Context.root().with(root));
        Span open = spans.tracer.spanBuilder("listen").setParent(Context.root().with(root)).startSpan();
        root.end();
        step("late", Context.root().with(open));
        step("later", Context.root().with(open));

        assertThat(sequences()).containsExactly(1L, null, 1L, 2L);
    }

    @Test
    void leavesNothingWithARootThatBeganBeforeIt() {
        Span root = spans.tracer.spanBuilder("GET /posts").startSpan();
        Context below = Context.root().with(root);
        spans.clock.advance(1);
        LocalTraces afterReload = new LocalTraces(spans.clock);
        spans.clock.advance(1);
        assertThat(afterReload.seesTheEndOf(root)).isFalse();
        assertThat(afterReload.of(below)).isNotSameAs(afterReload.of(below));

        Span later = spans.tracer.spanBuilder("GET /posts").startSpan();
        Context belowLater = Context.root().with(later);
        assertThat(afterReload.seesTheEndOf(later)).isTrue();
        assertThat(afterReload.of(belowLater)).isSameAs(afterReload.of(belowLater));
    }

    private List<Long> sequences() {
        return spans.finished().stream().map(span -> span.getAttributes().get(AttributeKey.longKey("step.sequence")))
                .toList();
    }

    private void step(String name, Context parent) {
        spans.work.start(RecordedSpans.step(name), parent, new Object[0]).succeed(null);
    }
}
