package io.steptrace.runtime.internal.sampling;

import java.util.List;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.time.Clock;

/**
 * Keeps whole local traces that turned out to be worth it. The processors behind it get the end of each span that was not
 * sampled at its beginning from here, once, and not when it happens: as sampled if its trace is kept. If its trace is
 * dropped, only those get it, unsampled, that have asked for its start: what they have begun there, they can end. Spans
 * that are sampled at their beginning do not concern this one. Thread-safe.
 */
public final class TailSamplingSpanProcessor implements SpanProcessor {

    private final TraceBuffer buffer;
    private final RouteWindows windows;

    /**
     * Begins to hold back traces.
     *
     * @param own learns the spans of undecided traces; the one that the sampler asks
     * @param behind the processors behind the tail
     * @param listener learns each decision
     */
    public TailSamplingSpanProcessor(TailSampling settings, SamplingTally tally, OwnSpans own, Clock clock,
            List<SpanProcessor> behind, TailListener listener) {
        this.windows = settings.windows();
        TailRules rules = new TailRules(settings.rules(), windows,
                new TailRules.WaitFloors(settings.queueWaitFloor().toNanos(), settings.parkFloor().toNanos()));
        List<SpanProcessor> counting = behind.stream().filter(SpanProcessor::isStartRequired).toList();
        this.buffer = new TraceBuffer(settings.limits(), rules, tally, own, clock, new DecidedTraces() {
            @Override
            public void keep(ReadableSpan span, String reason) {
                listener.decided(span.getSpanContext().getTraceId(), reason);
                KeptSpan kept = new KeptSpan(span, reason);
                end(behind, kept);
            }

            @Override
            public void drop(String traceId, List<ReadableSpan> spans) {
                listener.decided(traceId, null);
                if (!counting.isEmpty()) {
                    spans.forEach(span -> end(counting, span));
                }
            }
        });
    }

    /** One that fails must not keep a span from the others. */
    private static void end(List<SpanProcessor> processors, ReadableSpan span) {
        processors.forEach(processor -> BrokenTelemetry.guard(() -> processor.onEnd(span)));
    }

    /** Decides everything on what is known by now: while the processors that export still take spans. */
    public void decideAll() {
        buffer.decideAll();
    }

    /** How many traces are undecided. */
    int undecided() {
        return buffer.undecided();
    }

    /** How many ended spans are held. */
    int held() {
        return buffer.held();
    }

    /** Decides what has waited too long; to be called about once a second. */
    public void sweep() {
        buffer.sweep();
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        try {
            if (!span.getSpanContext().isSampled()) {
                buffer.started(span, SpanFacts.isLocalRoot(span));
            }
        } catch (Throwable e) {
            // whoever starts a span, or ends it, is not to learn of it
            BrokenTelemetry.note(e);
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        try {
            boolean isRoot = SpanFacts.isLocalRoot(span);
            if (!span.getSpanContext().isSampled()) {
                buffer.ended(span, isRoot);
            }
            if (isRoot) {
                // after the decision: nobody is compared with himself
                windows.latency().of(span.getName()).record(span.getLatencyNanos());
            }
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }

    @Override
    public CompletableResultCode shutdown() {
        buffer.decideAll();
        return CompletableResultCode.ofSuccess();
    }
}
