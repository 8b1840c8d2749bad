package io.steptrace.dev.drawing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.steptrace.dev.answer.TraceDetail;
import io.steptrace.runtime.internal.telemetry.SpanNames;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.trace.LocalTraceState;
import io.steptrace.runtime.internal.trace.TraceAssembler;
import io.steptrace.runtime.internal.trace.TraceDecision;
import io.steptrace.runtime.internal.trace.TraceLimits;
import io.steptrace.runtime.internal.trace.TraceListener;
import io.steptrace.runtime.internal.trace.TraceView;
import io.steptrace.runtime.internal.trace.ledger.Settling;
import io.steptrace.runtime.internal.trace.ledger.TraceLedger;

/** Spans of a real SDK whose times the test decides, and what is shown of each trace when it is over. */
final class RecordedTrace implements TraceListener {

    private final List<FinishedTrace> finished = new ArrayList<>();
    private final Tracer tracer;

    RecordedTrace() {
        TraceAssembler assembler = new TraceAssembler(new TraceLimits(10, 2_000, 10_000, Duration.ofSeconds(30)),
                Clock.system(), new Settling(Clock.system()), List.of(this));
        tracer = SdkTracerProvider.builder().setSampler(assembler.sampler(Sampler.alwaysOn()))
                .addSpanProcessor(assembler).build().get(SpanNames.SCOPE);
    }

    Span span(String name, SpanKind kind, long atMillis, Span parent) {
        return tracer.spanBuilder(name).setParent(parent == null ? Context.root() : Context.root().with(parent))
                .setSpanKind(kind).setStartTimestamp(epochNanos(atMillis), TimeUnit.NANOSECONDS).startSpan();
    }

    void end(Span span, long atMillis) {
        span.end(epochNanos(atMillis), TimeUnit.NANOSECONDS);
    }

    TraceLedger ledger(Span span) {
        return LocalTraceState.ledgerOf(span.getSpanContext());
    }

    static long epochNanos(long atMillis) {
        return TimeUnit.MILLISECONDS.toNanos(1_000_000 + atMillis);
    }

    FinishedTrace latest() {
        return finished.get(finished.size() - 1);
    }

    FinishedTrace only() {
        return finished.get(0);
    }

    TraceDetail detail() {
        return only().detail();
    }

    @Override
    public boolean waitsForAll() {
        return true;
    }

    @Override
    public void over(TraceView trace) {
        finished.add(new FinishedTrace(trace.judged()));
    }

    @Override
    public void late(TraceDecision decision, ReadableSpan span) {
        throw new IllegalStateException("late: " + span.getName());
    }
}
