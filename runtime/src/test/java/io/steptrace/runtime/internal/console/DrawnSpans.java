package io.steptrace.runtime.internal.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.steptrace.runtime.internal.telemetry.SpanNames;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.trace.TraceAssembler;
import io.steptrace.runtime.internal.trace.TraceLimits;
import io.steptrace.runtime.internal.trace.ledger.Settling;

/** Spans of a real SDK whose times the test decides, and the lines that the console draws of them. */
final class DrawnSpans {

    static final TraceLimits LIMITS = new TraceLimits(256, 1_000, 100_000, Duration.ofSeconds(30));

    final List<String> shown = new ArrayList<>();

    private final Tracer tracer;

    DrawnSpans(TraceFilter filter) {
        this(filter, Sampler.alwaysOn());
    }

    DrawnSpans(TraceFilter filter, Sampler sampler) {
        TraceAssembler assembler = new TraceAssembler(LIMITS, Clock.system(), new Settling(Clock.system()),
                List.of(new TraceConsole(filter, Runnable::run, shown::add)));
        tracer = SdkTracerProvider.builder().setSampler(assembler.sampler(sampler)).addSpanProcessor(assembler).build()
                .get(SpanNames.SCOPE);
    }

    Span span(String name, long atMillis, Span parent) {
        return span(name, SpanKind.INTERNAL, atMillis, parent);
    }

    Span span(String name, SpanKind kind, long atMillis, Span parent) {
        return tracer.spanBuilder(name).setParent(parent == null ? Context.root() : Context.root().with(parent))
                .setSpanKind(kind).setStartTimestamp(1_000 + atMillis, TimeUnit.MILLISECONDS).startSpan();
    }

    static void end(Span span, long atMillis) {
        span.end(1_000 + atMillis, TimeUnit.MILLISECONDS);
    }

    /**
     * The notes of the only trace, a line a span below its verdict, without the brackets around them; empty where there are
     * none.
     */
    List<String> notes() {
        return shown.get(0).lines().skip(2).map(line -> line.contains("  [") && line.endsWith("]")
                ? line.substring(line.indexOf("  [") + 3, line.length() - 1)
                : "").toList();
    }
}
