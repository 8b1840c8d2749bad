package io.steptrace.runtime.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.steptrace.runtime.internal.promotion.PromotionPolicy;
import io.steptrace.runtime.internal.recording.RecordedSpans;
import io.steptrace.runtime.internal.trace.LocalTraceState.RootJob;

class LocalTraceStateTest {

    private final RecordedSpans spans = new RecordedSpans(PromotionPolicy.always());
    private final Span root = spans.tracer.spanBuilder("GET /posts").startSpan();

    @Test
    void givesTheJobOfARootOnce() {
        RootJob job = new JobOf(root);
        assertThat(LocalTraceState.keep(root, job)).isTrue();
        assertThat(LocalTraceState.take((ReadableSpan) root)).isSameAs(job);
        assertThat(LocalTraceState.take((ReadableSpan) root)).isNull();
    }

    @Test
    void keepsTheFirstJobOfARoot() {
        RootJob first = new JobOf(root);
        LocalTraceState.keep(root, first);
        assertThat(LocalTraceState.keep(root, new JobOf(root))).isFalse();
        assertThat(LocalTraceState.take((ReadableSpan) root)).isSameAs(first);
    }

    @Test
    void givesNoJobToASpanBelow() {
        LocalTraceState.keep(root, new JobOf(root));
        Span below = spans.tracer.spanBuilder("SELECT posts").setParent(Context.root().with(root)).startSpan();
        assertThat(LocalTraceState.take((ReadableSpan) below)).isNull();
        assertThat(LocalTraceState.take((ReadableSpan) root)).isNotNull();
    }

    @Test
    void keepsNothingForASpanOfAnotherSdk() {
        Span foreign = SdkTracerProvider.builder().build().get("other").spanBuilder("GET /posts").startSpan();
        assertThat(LocalTraceState.keep(foreign, new JobOf(foreign))).isFalse();
        assertThat(LocalTraceState.take((ReadableSpan) foreign)).isNull();
    }

    private record JobOf(Span root) implements RootJob {

        @Override
        public boolean isOf(ReadableSpan ending) {
            return ending == root;
        }

        @Override
        public void complete(long endEpochNanos, boolean success) {
            throw new UnsupportedOperationException();
        }
    }
}
