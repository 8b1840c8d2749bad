package io.steptrace.runtime.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.steptrace.runtime.internal.promotion.PromotionPolicy;
import io.steptrace.runtime.internal.recording.RecordedSpans;

/** When a step begins and ends, whether its trace measures it or the SDK does. */
class WorkTimesTest {

    private static final int BEFORE = 1_000;
    private static final int WITHIN = 2_000;

    private final RecordedSpans spans = new RecordedSpans(PromotionPolicy.always());

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void takesAsLongAsItsCode(boolean isClockKnown) {
        assertTimes(isClockKnown, work -> work.returned("result"));
        assertTimes(isClockKnown, Work::cancel);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void endsAfterItsFailure(boolean isClockKnown) {
        SpanData failed = assertTimes(isClockKnown, work -> work.fail(new IllegalStateException("no")));

        assertThat(failed.getEvents()).singleElement()
                .satisfies(event -> assertThat(event.getEpochNanos()).isLessThanOrEqualTo(failed.getEndEpochNanos()));
    }

    private SpanData assertTimes(boolean isClockKnown, Consumer<Work> end) {
        Span root = spans.tracer.spanBuilder("root").setNoParent().startSpan();
        Context parent = Context.root().with(root);
        if (isClockKnown) {
            spans.traces.of(parent).anchor(root, spans.clock);
        }
        spans.clock.advance(BEFORE);
        Work work = spans.work.start(RecordedSpans.step("work"), parent, new Object[0]);
        spans.clock.advance(WITHIN);
        end.accept(work);
        root.end();
        SpanData rooted = spans.finished().get(spans.finished().size() - 1);
        SpanData step = spans.finished().get(spans.finished().size() - 2);
        assertThat(step.getStartEpochNanos() - rooted.getStartEpochNanos()).isEqualTo(BEFORE);
        assertThat(step.getEndEpochNanos() - step.getStartEpochNanos()).isEqualTo(WITHIN);
        return step;
    }
}
