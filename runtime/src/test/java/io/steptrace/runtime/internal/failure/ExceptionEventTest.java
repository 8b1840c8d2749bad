package io.steptrace.runtime.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.data.EventData;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.text.PrintedFailure;

class ExceptionEventTest {

    @Test
    void isWhatTheSdkWrites() {
        Exception failure = new IllegalStateException("outer", new IllegalArgumentException("inner"));
        Span span = span(SpanLimits.getDefault());
        span.recordException(failure);
        ExceptionEvent.write(span, failure, PrintedFailure::messageOf);

        assertThat(events(span)[1].getName()).isEqualTo("exception");
        assertThat(events(span)[1].getAttributes().asMap()).isEqualTo(events(span)[0].getAttributes().asMap());
    }

    @Test
    void saysNothingWhereTheFailureDoesNot() {
        Span span = span(SpanLimits.getDefault());
        ExceptionEvent.write(span, new Exception(), PrintedFailure::messageOf);
        assertThat(events(span)[0].getAttributes().asMap().keySet()).extracting(AttributeKey::getKey)
                .containsExactlyInAnyOrder("exception.type", "exception.stacktrace");
    }

    @Test
    void isAsShortAsTheSdkWantsIt() {
        Span span = span(SpanLimits.builder().setMaxAttributeValueLength(100).build());
        ExceptionEvent.write(span, new Exception("x".repeat(1_000)), PrintedFailure::messageOf);
        Attributes attributes = events(span)[0].getAttributes();
        assertThat(attributes.get(AttributeKeys.EXCEPTION_MESSAGE)).hasSize(100);
        assertThat(attributes.get(AttributeKeys.EXCEPTION_STACKTRACE)).hasSize(100);
    }

    private static Span span(SpanLimits limits) {
        return SdkTracerProvider.builder().setSpanLimits(limits).build().get("test").spanBuilder("span").startSpan();
    }

    private static EventData[] events(Span span) {
        return ((ReadableSpan) span).toSpanData().getEvents().toArray(EventData[]::new);
    }
}
