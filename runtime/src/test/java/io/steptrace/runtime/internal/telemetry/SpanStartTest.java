package io.steptrace.runtime.internal.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;

class SpanStartTest {

    private final Tracer tracer = SdkTracerProvider.builder().build().get("test");

    @Test
    void needsNoCopyOfSpansOfThisSdk() {
        assertThat(SpanStart.isReadDirectly()).isTrue();
    }

    @Test
    void isThatOfTheCopyBeforeTheEndAndAfterIt() {
        Span root = tracer.spanBuilder("root").setNoParent().startSpan();
        Span child = tracer.spanBuilder("child").setParent(Context.root().with(root)).startSpan();
        Span given = tracer.spanBuilder("given").setStartTimestamp(1_234_567_891, TimeUnit.NANOSECONDS).startSpan();

        List<Span> spans = List.of(root, child, given);
        assertThat(spans).allSatisfy(SpanStartTest::startsAsTheCopySays);
        spans.forEach(Span::end);
        assertThat(spans).allSatisfy(SpanStartTest::startsAsTheCopySays);
        assertThat(SpanStart.epochNanos((ReadableSpan) given)).isEqualTo(1_234_567_891);
    }

    @Test
    void isThatOfTheCopyWhereTheSpanIsNotOneOfTheSdk() {
        Span given = tracer.spanBuilder("given").setStartTimestamp(42, TimeUnit.SECONDS).startSpan();
        given.end();

        ReadableSpan changed = new ChangedSpan((ReadableSpan) given, Attributes.empty());

        assertThat(SpanStart.epochNanos(changed)).isEqualTo(TimeUnit.SECONDS.toNanos(42));
    }

    private static void startsAsTheCopySays(Span span) {
        ReadableSpan readable = (ReadableSpan) span;
        assertThat(SpanStart.epochNanos(readable)).isEqualTo(readable.toSpanData().getStartEpochNanos());
    }
}
