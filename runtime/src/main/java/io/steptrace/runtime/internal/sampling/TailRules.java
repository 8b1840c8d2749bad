package io.steptrace.runtime.internal.sampling;

import java.util.List;
import java.util.function.Predicate;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.stats.RoutePercentiles;
import io.steptrace.runtime.internal.trace.TraceView;

/** Looks for a reason to keep a trace; thread-safe. */
final class TailRules {

    private final List<TailRule> rules;
    private final RouteWindows windows;
    private final WaitFloors floors;

    TailRules(List<TailRule> rules, RouteWindows windows, WaitFloors floors) {
        this.rules = rules;
        this.windows = windows;
        this.floors = floors;
    }

    /** The name of the first rule that applies, or null. */
    String reasonToKeep(TraceView trace) {
        for (TailRule rule : rules) {
            if (applies(rule, trace)) {
                return rule.name();
            }
        }
        return null;
    }

    private boolean applies(TailRule rule, TraceView trace) {
        if (rule instanceof TailRule.Failed) {
            return anySpan(trace, SpanFacts::hasFailed);
        } else if (rule instanceof TailRule.EffectFailed) {
            return anySpan(trace, SpanFacts::isFailedRequiredEffect);
        } else if (rule instanceof TailRule.SlowerThan slow) {
            return trace.elapsedNanos() >= slow.limit().toNanos();
        } else if (trace.root() == null) {
            // without its end the route is not known
            return false;
        } else if (rule instanceof TailRule.SlowerThan95) {
            return trace.elapsedNanos() > windows.latency().of(trace.root().getName()).p95Nanos();
        } else if (rule instanceof TailRule.SlowerThan99) {
            return trace.elapsedNanos() > windows.latency().of(trace.root().getName()).p99Nanos();
        } else if (rule instanceof TailRule.LongQueueWait) {
            return anyWait(trace, SpanFacts::isQueueWait, windows.queueWait(), floors.queueWaitNanos());
        }
        return anyWait(trace, SpanFacts::isPark, windows.park(), floors.parkNanos());
    }

    /** Waits below the fixed threshold are never long; those above have a span of their own. */
    private static boolean anyWait(TraceView trace, Predicate<ReadableSpan> isWait, RoutePercentiles usual,
            long floorNanos) {
        long p95 = usual.of(SpanFacts.route(trace.root())).p95Nanos();
        // during warm-up the fixed threshold alone counts
        long threshold = p95 == Long.MAX_VALUE ? floorNanos : Math.max(floorNanos, p95);
        return anySpan(trace, span -> isWait.test(span) && span.getLatencyNanos() >= threshold);
    }

    private static boolean anySpan(TraceView trace, Predicate<ReadableSpan> fact) {
        for (ReadableSpan span : trace.spans()) {
            if (fact.test(span)) {
                return true;
            }
        }
        return false;
    }

    /** The fixed thresholds, in nanoseconds. */
    record WaitFloors(long queueWaitNanos, long parkNanos) {
    }
}
