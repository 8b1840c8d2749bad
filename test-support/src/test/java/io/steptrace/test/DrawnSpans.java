package io.steptrace.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

/** Spans of one trace, made one after the other; times are milliseconds since its begin. */
final class DrawnSpans {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final List<SpanData> spans = new ArrayList<>();

    /** A span below that of an id, or a root where that is zero; its own id is the number of spans so far. */
    DrawnSpans span(int parent, String name, long beginMs, long endMs, UnaryOperator<TestSpanData.Builder> more) {
        spans.add(more.apply(TestSpanData.builder().setHasEnded(true).setName(name).setKind(SpanKind.INTERNAL)
                .setSpanContext(context(spans.size() + 1))
                .setParentSpanContext(parent == 0 ? SpanContext.getInvalid() : context(parent))
                .setStartEpochNanos(TimeUnit.MILLISECONDS.toNanos(beginMs))
                .setEndEpochNanos(TimeUnit.MILLISECONDS.toNanos(endMs)).setStatus(StatusData.unset())).build());
        return this;
    }

    DrawnSpans span(int parent, String name, long beginMs, long endMs) {
        return span(parent, name, beginMs, endMs, span -> span);
    }

    List<SpanData> all() {
        return spans;
    }

    Trace trace() {
        return Trace.of(spans);
    }

    static <T> UnaryOperator<TestSpanData.Builder> with(AttributeKey<T> key, T value) {
        return span -> span.setAttributes(Attributes.of(key, value));
    }

    private static SpanContext context(int id) {
        return SpanContext.create(TRACE, "%016x".formatted(id), TraceFlags.getSampled(), TraceState.getDefault());
    }
}
