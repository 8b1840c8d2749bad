package io.steptrace.runtime.internal.sampling;

import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.sampling.UndecidedTrace.Decision;
import io.steptrace.runtime.internal.time.Clock;

/**
 * Holds back local traces until they are decided, and remembers the decision for spans that end later; thread-safe, bounded in
 * traces, spans and time.
 * <p>
 * A trace is in the map from its first root on for twice the decision wait. Within the first half it is decided, be it by
 * force.
 */
final class TraceBuffer {

    private final TailLimits limits;
    private final TailRules rules;
    private final SamplingTally tally;
    private final Clock clock;
    private final KeptSpans kept;

    private final ConcurrentMap<String, UndecidedTrace> byId = new ConcurrentHashMap<>();
    private final Queue<UndecidedTrace> byAge = new ConcurrentLinkedQueue<>();
    private final Queue<UndecidedTrace> remembered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger undecided = new AtomicInteger();

    TraceBuffer(TailLimits limits, TailRules rules, SamplingTally tally, Clock clock, KeptSpans kept) {
        this.limits = limits;
        this.rules = rules;
        this.tally = tally;
        this.clock = clock;
        this.kept = kept;
    }

    /** A local root has started whose trace is not sampled. */
    void rootStarted(String traceId) {
        while (true) {
            UndecidedTrace known = byId.get(traceId);
            if (known != null && known.rootStarted()) {
                return;
            }
            UndecidedTrace begun = new UndecidedTrace(traceId, clock.nanoTime());
            begun.rootStarted();
            boolean isBegun = known == null ? byId.putIfAbsent(traceId, begun) == null : byId.replace(traceId, known, begun);
            if (isBegun) {
                byAge.add(begun);
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
            // later than anybody remembers
            return;
        }
        switch (trace.add(span, isRoot, limits.maxSpansPerTrace())) {
            case DECIDE -> decide(trace, SamplingTally.UNREMARKABLE);
            case DECIDE_FULL -> decide(trace, SamplingTally.MAX_SPANS);
            case FORWARD -> kept.keep(span, trace.keptFor());
            default -> {
                // held, or dropped
            }
        }
    }

    /** Decides what has waited too long, and forgets what was decided long ago; called now and then. */
    void sweep() {
        long now = clock.nanoTime();
        long wait = limits.decisionWait().toNanos();
        for (UndecidedTrace oldest = byAge.peek(); oldest != null && now - oldest.begunNanos() >= wait; oldest = byAge.peek()) {
            if (byAge.remove(oldest)) {
                decide(oldest, SamplingTally.DECISION_WAIT);
                remembered.add(oldest);
            }
        }
        UndecidedTrace forgotten = remembered.peek();
        while (forgotten != null && now - forgotten.begunNanos() >= 2 * wait) {
            if (remembered.remove(forgotten)) {
                byId.remove(forgotten.traceId(), forgotten);
            }
            forgotten = remembered.peek();
        }
    }

    /** Decides everything on what is known by now, at the end of the process. */
    void decideAll() {
        for (UndecidedTrace oldest = byAge.poll(); oldest != null; oldest = byAge.poll()) {
            decide(oldest, SamplingTally.UNREMARKABLE);
            byId.remove(oldest.traceId(), oldest);
        }
    }

    /** How many traces are undecided. */
    int undecided() {
        return undecided.get();
    }

    /** How many traces there are in all, decided ones included. */
    int size() {
        return byId.size();
    }

    private void decideOldest() {
        for (UndecidedTrace oldest = byAge.poll(); oldest != null; oldest = byAge.poll()) {
            boolean wasDecided = !decide(oldest, SamplingTally.MAX_TRACES);
            remembered.add(oldest);
            if (!wasDecided) {
                return;
            }
        }
    }

    private boolean decide(UndecidedTrace trace, String reasonToDrop) {
        Decision decision = trace.decide(rules, clock.nanoTime());
        if (decision == null) {
            return false;
        }
        undecided.decrementAndGet();
        if (decision.reason() == null) {
            tally.dropped(reasonToDrop);
        } else {
            tally.kept(decision.reason());
            decision.spans().forEach(span -> kept.keep(span, decision.reason()));
        }
        return true;
    }

    /** There are at most as many decided traces as undecided ones: the oldest decision is the one nobody needs any more. */
    private void forgetOldest() {
        UndecidedTrace oldest = remembered.poll();
        while (oldest == null) {
            oldest = byAge.poll();
            if (oldest == null) {
                return;
            }
            decide(oldest, SamplingTally.MAX_TRACES);
        }
        byId.remove(oldest.traceId(), oldest);
    }
}
