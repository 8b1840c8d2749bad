package io.steptrace.runtime.internal.sampling;

import java.util.List;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.steptrace.runtime.internal.stats.RoutePercentiles;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.time.Clock;
import io.steptrace.runtime.internal.trace.TraceDecision;
import io.steptrace.runtime.internal.trace.TraceEnd;
import io.steptrace.runtime.internal.trace.TraceListener;
import io.steptrace.runtime.internal.trace.TraceView;

/**
 * Keeps whole local traces that turned out to be worth it. The processors behind it get the end of each span that was not
 * sampled at its beginning from here, once, and not when it happens: as sampled if its trace is kept. If its trace is
 * dropped, only those get it, unsampled, that have asked for its start: what they have begun there, they can end. Spans
 * that are sampled at their beginning do not concern this one. Thread-safe.
 */
public final class TailSampler implements TraceListener {

    private final TailRules rules;
    private final KeepRate rate;
    private final SamplingTally tally;
    private final List<SpanProcessor> behind;

    /** @param behind the processors behind the tail; more may be added until the first span ends */
    public TailSampler(TailSampling settings, SamplingTally tally, Clock clock, List<SpanProcessor> behind) {
        this.rules = new TailRules(settings.rules(), settings.windows(),
                new TailRules.WaitFloors(settings.queueWaitFloor().toNanos(), settings.parkFloor().toNanos()));
        this.rate = new KeepRate(settings.maxKeptPerSecond(), clock);
        this.tally = tally;
        this.behind = behind;
    }

    @Override
    public boolean wants(boolean isSampled) {
        return !isSampled;
    }

    @Override
    public boolean waitsForAll() {
        return false;
    }

    @Override
    public void decide(TraceView trace, TraceEnd end) {
        String reason = rules.reasonToKeep(trace);
        if (reason == null) {
            tally.dropped(SamplingTally.reasonToDrop(end));
        } else if (!admits(trace, end)) {
            tally.dropped(SamplingTally.RATE);
            reason = null;
        } else {
            tally.kept(reason);
        }
        trace.decision().decide(reason);
    }

    /** At the end of the process there is no second to come. */
    private boolean admits(TraceView trace, TraceEnd end) {
        return end == TraceEnd.STOPPING || end == TraceEnd.STOPPED
                || rate.admits(trace.root() != null ? SpanFacts.route(trace.root()) : RoutePercentiles.OTHER);
    }

    @Override
    public void over(TraceView trace) {
        // most traces are dropped, and nothing more is asked of them
        follow(trace.decision(), trace.decision().isDropped() ? trace.spans() : trace.judged().spans());
    }

    /** What ends later follows the decision; where there is no trace, nothing is a reason to keep a span. */
    @Override
    public void late(TraceDecision decision, ReadableSpan span) {
        follow(decision, List.of(span));
    }

    private void follow(TraceDecision decision, List<ReadableSpan> spans) {
        String reason = decision == null ? null : decision.keptFor();
        if (reason != null) {
            spans.forEach(span -> keep(span, reason));
        } else {
            drop(spans);
        }
    }

    private void keep(ReadableSpan span, String reason) {
        KeptSpan kept = new KeptSpan(span, reason);
        behind.forEach(processor -> end(processor, kept));
    }

    private void drop(List<ReadableSpan> spans) {
        // by number: most traces are dropped, and most processors have not asked
        for (int number = 0; number < behind.size(); number++) {
            SpanProcessor processor = behind.get(number);
            if (processor.isStartRequired()) {
                spans.forEach(span -> end(processor, span));
            }
        }
    }

    /** One that fails must not keep a span from the next. */
    private static void end(SpanProcessor processor, ReadableSpan span) {
        BrokenTelemetry.guard(() -> processor.onEnd(span));
    }
}
