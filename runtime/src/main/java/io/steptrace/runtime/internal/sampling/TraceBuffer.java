package io.steptrace.runtime.internal.sampling;

import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.sampling.UndecidedTrace.Decision;
import io.steptrace.runtime.internal.sampling.UndecidedTrace.Next;
import io.steptrace.runtime.internal.telemetry.BrokenTelemetry;
import io.steptrace.runtime.internal.time.Clock;

/**
 * Holds back local traces until they are decided; thread-safe, bounded in traces, spans and time.
 * <p>
 * A trace begins with its first root. Within the decision wait it is decided, be it by force, and forgotten: its spans that
 * end later lead to the decision by themselves.
 */
final class TraceBuffer {

    private final TailLimits limits;
    private final TailRules rules;
    private final KeepRate rate;
    private final KeepRate noRate;
    private final SamplingTally tally;
    private final OwnSpans own;
    private final Clock clock;
    private final DecidedTraces decided;

    /** Most are decided long before they are the oldest, and must not lie about until then. */
    private final ConcurrentNavigableMap<Long, UndecidedTrace> byAge = new ConcurrentSkipListMap<>();
    private final TracesBySize bySize = new TracesBySize();
    private final AtomicInteger undecided = new AtomicInteger();
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicLong begunTraces = new AtomicLong();

    TraceBuffer(TailLimits limits, TailRules rules, SamplingTally tally, OwnSpans own, Clock clock, DecidedTraces decided) {
        this.limits = limits;
        this.rules = rules;
        this.rate = new KeepRate(limits.maxKeptPerSecond(), clock);
        this.noRate = new KeepRate(0, clock);
        this.tally = tally;
        this.own = own;
        this.clock = clock;
        this.decided = decided;
    }

    /** A span has started whose trace is not sampled. */
    void started(ReadableSpan span, boolean isRoot) {
        UndecidedTrace trace = LocalTraceState.traceOf(span.getSpanContext());
        if (trace == null) {
            return;
        }
        if (isRoot && trace.rootStarted()) {
            trace.begin(span.getSpanContext().getSpanId(), clock.nanoTime(), begunTraces.incrementAndGet());
            byAge.put(trace.number(), trace);
            if (undecided.incrementAndGet() > limits.maxTraces()) {
                decideOldest();
            }
        }
        trace.started(span.getSpanContext().getSpanId(), limits.maxSpansPerTrace(), own);
    }

    /** A span has ended whose trace is not sampled. */
    void ended(ReadableSpan span, boolean isRoot) {
        UndecidedTrace trace = LocalTraceState.traceOf(span.getSpanContext());
        if (trace == null) {
            // its trace state was replaced, or the sampler was: there is no trace to wait for
            decided.drop(span.getSpanContext().getTraceId(), List.of(span));
            return;
        }
        // counted first: another thread may decide at once, and count it out again
        held.incrementAndGet();
        Next next = add(span, isRoot, trace);
        switch (next) {
            case DECIDE -> decide(trace, rate, SamplingTally.UNREMARKABLE);
            case DECIDE_FULL -> decide(trace, rate, SamplingTally.MAX_SPANS);
            case FORWARD, FORGET -> follow(trace, span, next);
            case WAIT -> decideLargest();
        }
    }

    private Next add(ReadableSpan span, boolean isRoot, UndecidedTrace trace) {
        try {
            return trace.add(span, isRoot, limits.maxSpansPerTrace(), bySize);
        } catch (Throwable e) {
            held.decrementAndGet();
            throw e;
        }
    }

    /** Decides what has waited too long; called now and then. */
    void sweep() {
        long now = clock.nanoTime();
        long wait = limits.decisionWait().toNanos();
        for (UndecidedTrace trace : byAge.values()) {
            if (now - trace.begunNanos() < wait) {
                break;
            }
            BrokenTelemetry.guard(() -> decide(trace, rate, SamplingTally.DECISION_WAIT));
        }
    }

    /** Decides everything on what is known by now, at the end of the process: there is no second to come. */
    void decideAll() {
        byAge.values().forEach(trace -> BrokenTelemetry.guard(() -> decide(trace, noRate, SamplingTally.UNREMARKABLE)));
    }

    /** How many traces are undecided. */
    int undecided() {
        return undecided.get();
    }

    /** How many spans of them have ended, and are held. */
    int held() {
        return held.get();
    }

    private void follow(UndecidedTrace trace, ReadableSpan span, Next next) {
        held.decrementAndGet();
        if (next == Next.FORWARD) {
            decided.keep(span, trace.keptFor());
        } else {
            decided.drop(trace.traceId(), List.of(span));
        }
    }

    private void decideOldest() {
        for (UndecidedTrace oldest : byAge.values()) {
            if (decide(oldest, rate, SamplingTally.MAX_TRACES)) {
                return;
            }
        }
    }

    /** While there is no room: the one that takes the most from the others. */
    private void decideLargest() {
        while (held.get() > limits.maxSpans()) {
            UndecidedTrace largest = bySize.largest();
            // asked again: the largest is another one because a thread has just made room by the one before
            if (largest == null || held.get() <= limits.maxSpans()) {
                return;
            }
            if (!decide(largest, rate, SamplingTally.HELD_SPANS)) {
                // decided a moment ago, or with an error amid it: either way it holds nothing any more
                bySize.remove(largest);
            }
        }
    }

    /** Decides, unless another thread has. */
    private boolean decide(UndecidedTrace trace, KeepRate limit, String reasonToDrop) {
        Decision decision = trace.decide(rules, limit, clock.nanoTime());
        if (decision == null) {
            return false;
        }
        // in this order: the last is the only one that may want memory
        held.addAndGet(-decision.spans().size());
        bySize.remove(trace, decision.spans().size());
        own.remove(decision.known());
        if (byAge.remove(trace.number()) != null) {
            undecided.decrementAndGet();
        }
        if (decision.reason() == null) {
            tally.dropped(decision.isOneTooMany() ? SamplingTally.RATE : reasonToDrop);
            decided.drop(trace.traceId(), decision.spans());
        } else {
            tally.kept(decision.reason());
            decision.spans().forEach(span -> decided.keep(span, decision.reason()));
        }
        return true;
    }
}
