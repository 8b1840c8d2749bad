package io.steptrace.runtime.internal.sampling;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import io.steptrace.runtime.internal.trace.TraceEnd;

/** Counts local traces by what was decided and why; thread-safe. The reasons are a fixed few. */
public final class SamplingTally {

    /** Sampled by the trace id, or because the parent was. */
    public static final String HEAD = "head";

    /** No rule applied. */
    static final String UNREMARKABLE = "unremarkable";

    /** Decided early, because too many traces were undecided; no rule applied by then. */
    static final String MAX_TRACES = "max_traces";

    /** Decided early, because it had too many spans; no rule applied by then. */
    static final String MAX_SPANS = "max_spans";

    /** Decided early, because it was large when all traces together had too many spans; no rule applied by then. */
    static final String HELD_SPANS = "held_spans";

    /** Decided before its end, because it took too long; no rule applied by then. */
    static final String DECISION_WAIT = "decision_wait";

    /** A rule applied, and too many traces were kept in the same second. */
    static final String RATE = "rate";

    /** What is counted of a trace that is over for this reason, and that no rule applies to. */
    static String reasonToDrop(TraceEnd end) {
        return switch (end) {
            case MAX_TRACES -> MAX_TRACES;
            case MAX_SPANS -> MAX_SPANS;
            case HELD_SPANS -> HELD_SPANS;
            case MAX_WAIT -> DECISION_WAIT;
            case ENDED, STOPPING, STOPPED -> UNREMARKABLE;
        };
    }

    private final Map<String, LongAdder> kept = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> dropped = new ConcurrentHashMap<>();

    void kept(String reason) {
        kept.computeIfAbsent(reason, absent -> new LongAdder()).increment();
    }

    void dropped(String reason) {
        dropped.computeIfAbsent(reason, absent -> new LongAdder()).increment();
    }

    /** Kept traces by reason, sorted. */
    public Map<String, Long> kept() {
        return sums(kept);
    }

    /** Dropped traces by reason, sorted. */
    public Map<String, Long> dropped() {
        return sums(dropped);
    }

    private static Map<String, Long> sums(Map<String, LongAdder> adders) {
        Map<String, Long> sums = new TreeMap<>();
        adders.forEach((reason, count) -> sums.put(reason, count.sum()));
        return sums;
    }
}
