package io.steptrace.runtime.internal.sampling;

import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.sampling.UndecidedTrace.Decision;
import io.steptrace.runtime.internal.time.Clock;

/**
 * Holds back local traces until they are decided, and remembers those it has kept for spans that end later; thread-safe,
 * bounded in traces, spans and time.
 * <p>
 * A trace is in the map from its first root on. Within the decision wait it is decided, be it by force. If it is dropped it is
 * forgotten at once, since nobody asks for its late spans; if it is kept, after about as long again.
 */
final class TraceBuffer {

    private final TailLimits limits;
    private final TailRules rules;
    private final SamplingTally tally;
    private final Clock clock;
    private final DecidedTraces decided;

    private final ConcurrentMap<String, UndecidedTrace> byId = new ConcurrentHashMap<>();
    /** The undecided ones. Most are decided long before they are the oldest, and must not lie about until then. */
    private final ConcurrentNavigableMap<Long, UndecidedTrace> byAge = new ConcurrentSkipListMap<>();
    private final Queue<UndecidedTrace> remembered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger undecided = new AtomicInteger();
    private final AtomicLong begunTraces = new AtomicLong();

    TraceBuffer(TailLimits limits, TailRules rules, SamplingTally tally, Clock clock, DecidedTraces decided) {
        this.limits = limits;
        this.rules = rules;
        this.tally = tally;
        this.clock = clock;
        this.decided = decided;
    }

    /** A local root has started whose trace is not sampled. */
    void rootStarted(String traceId) {
        while (true) {
            UndecidedTrace known = byId.get(traceId);
            if (known != null && known.rootStarted()) {
                return;
            }
            UndecidedTrace begun = new UndecidedTrace(traceId, clock.nanoTime(), begunTraces.incrementAndGet());
            begun.rootStarted();
            boolean isBegun = known == null ? byId.putIfAbsent(traceId, begun) == null : byId.replace(traceId, known, begun);
            if (isBegun) {
                byAge.put(begun.number(), begun);
                if (begun.isDecided()) {
                    // another root of the same trace was faster than this line
                    byAge.remove(begun.number());
                }
                if (undecided.incrementAndGet() > limits.maxTraces()) {
                    decideOldest();
                }
                if (byId.size() > 2 * limits.maxTraces()) {
                    forgetOldest();
                }
                return;
            }
        }
    }

    /** A span has ended whose trace is not sampled. */
    void ended(ReadableSpan span, boolean isRoot) {
        UndecidedTrace trace = byId.get(span.getSpanContext().getTraceId());
        if (trace == null) {
            // later than anything is remembered, and so of a trace that was dropped, but for very late spans of a kept one
            decided.drop(span.getSpanContext().getTraceId(), List.of(span));
            return;
        }
        switch (trace.add(span, isRoot, limits.maxSpansPerTrace())) {
            case DECIDE -> decide(trace, SamplingTally.UNREMARKABLE);
            case DECIDE_FULL -> decide(trace, SamplingTally.MAX_SPANS);
            case FORWARD -> decided.keep(span, trace.keptFor());
            case FORGET -> decided.drop(trace.traceId(), List.of(span));
            case WAIT -> {
                // held
            }
        }
    }

    /** Decides what has waited too long, and forgets what was decided long ago; called now and then. */
    void sweep() {
        long now = clock.nanoTime();
        long wait = limits.decisionWait().toNanos();
        for (UndecidedTrace trace : byAge.values()) {
            if (now - trace.begunNanos() < wait) {
                break;
            }
            decide(trace, SamplingTally.DECISION_WAIT);
        }
        // a kept request that goes on is remembered until its end, which may be the one span that says what went wrong
        for (Iterator<UndecidedTrace> kept = remembered.iterator(); kept.hasNext();) {
            UndecidedTrace trace = kept.next();
            if (now - trace.begunNanos() < 2 * wait) {
                break;
            }
            if (!trace.hasOpenRoots()) {
                kept.remove();
                byId.remove(trace.traceId(), trace);
            }
        }
    }

    /** Decides everything on what is known by now, at the end of the process. */
    void decideAll() {
        byAge.values().forEach(trace -> decide(trace, SamplingTally.UNREMARKABLE));
    }

    /** How many traces are undecided. */
    int undecided() {
        return undecided.get();
    }

    /** How many traces there are in all, remembered ones included. */
    int size() {
        return byId.size();
    }

    private void decideOldest() {
        for (UndecidedTrace oldest : byAge.values()) {
            if (decide(oldest, SamplingTally.MAX_TRACES)) {
                return;
            }
        }
    }

    /** Decides, unless somebody else has. */
    private boolean decide(UndecidedTrace trace, String reasonToDrop) {
        Decision decision = trace.decide(rules, clock.nanoTime());
        if (decision == null) {
            return false;
        }
        undecided.decrementAndGet();
        byAge.remove(trace.number());
        if (decision.reason() == null) {
            byId.remove(trace.traceId(), trace);
            tally.dropped(reasonToDrop);
            decided.drop(trace.traceId(), decision.spans());
        } else {
            remembered.add(trace);
            tally.kept(decision.reason());
            decision.spans().forEach(span -> decided.keep(span, decision.reason()));
        }
        return true;
    }

    /** Undecided traces are bounded already; the oldest decision is the one nobody needs any more. */
    private void forgetOldest() {
        UndecidedTrace oldest = remembered.poll();
        if (oldest != null) {
            byId.remove(oldest.traceId(), oldest);
        }
    }
}
