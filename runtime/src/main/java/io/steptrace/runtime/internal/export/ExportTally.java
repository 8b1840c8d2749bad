package io.steptrace.runtime.internal.export;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import io.steptrace.runtime.internal.stats.BoundedMap;

/** Counts what became of all spans since the start; thread-safe. Metrics, health and log read the same figures. */
public final class ExportTally implements LossListener {

    /** Status codes come from outside, so that reasons beyond this number are counted as one. */
    private static final int MAX_REASONS = 32;

    private final LongAdder delivered = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final BoundedMap<String, AtomicLong> lost = new BoundedMap<>(MAX_REASONS, reason -> BoundedMap.OTHER,
            reason -> new AtomicLong());

    /** Nothing has happened yet. */
    public ExportTally() {
        // there already, so that counting a loss for want of memory needs none
        LossListener.REASONS.forEach(lost::get);
    }

    @Override
    public void lost(String reason, long spans) {
        lost.get(reason).addAndGet(spans);
    }

    public void delivered(long spans) {
        delivered.add(spans);
    }

    public void retried() {
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
        lost.known().forEach((reason, spans) -> sums.put(reason, spans.get()));
        sums.values().removeIf(spans -> spans == 0);
        return sums;
    }

    /** All lost spans. */
    public long lostInAll() {
        return lost.known().values().stream().mapToLong(AtomicLong::get).sum();
    }
}
