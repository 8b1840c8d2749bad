package io.steptrace.runtime.internal.export;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of all spans since the start; thread-safe. Metrics, health and log read the same figures. */
public final class ExportTally implements LossListener {

    /** Status codes come from outside, so that reasons beyond this number are counted as one. */
    private static final int MAX_REASONS = 32;

    private static final String OTHER = "other";

    private final LongAdder delivered = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final Map<String, LongAdder> lost = new ConcurrentHashMap<>();

    @Override
    public void lost(String reason, long spans) {
        String counted = lost.containsKey(reason) || lost.size() < MAX_REASONS ? reason : OTHER;
        lost.computeIfAbsent(counted, absent -> new LongAdder()).add(spans);
    }

    void delivered(long spans) {
        delivered.add(spans);
    }

    void retried() {
        retries.increment();
    }

    /** Spans the collector accepted. */
    public long delivered() {
        return delivered.sum();
    }

    /** Requests sent again after a failed attempt. */
    public long retries() {
        return retries.sum();
    }

    /** Lost spans by reason, sorted. */
    public Map<String, Long> lost() {
        Map<String, Long> sums = new TreeMap<>();
        lost.forEach((reason, spans) -> sums.put(reason, spans.sum()));
        return sums;
    }

    /** All lost spans. */
    public long lostInAll() {
        return lost.values().stream().mapToLong(LongAdder::sum).sum();
    }
}
