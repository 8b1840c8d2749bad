package io.steptrace.runtime.internal.trace.ledger;

import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.job.CoveredTime;
import io.steptrace.runtime.internal.telemetry.AttributeKeys;
import io.steptrace.runtime.internal.telemetry.ChangedSpan;
import io.steptrace.runtime.internal.time.Millis;

/** The waits of one span, marked or found later: the union counts, so that none counts twice. Not thread-safe. */
final class SpanWaits {

    /** By how much the clocks of the JDK's events and of spans may differ, and what lies between a mark and its wait. */
    private static final long TOLERANCE_NANOS = 200_000;
    private static final int PART_OF_WAIT = 20;

    private final CoveredTime marked = new CoveredTime();
    private final CoveredTime all = new CoveredTime();
    private long waitedNanos;
    private long addedNanos;
    private long addedWaits;

    /** The span was parked, which its durations know already. */
    void marked(long beginNanos, long endNanos) {
        marked.add(beginNanos, endNanos);
        waitedNanos += all.add(beginNanos, endNanos);
    }

    /** Whether a wait that was found is one that was marked. */
    boolean isMarked(long beginNanos, long endNanos) {
        long nanos = endNanos - beginNanos;
        return nanos - marked.covered(beginNanos, endNanos) <= Math.min(nanos - 1,
                Math.max(TOLERANCE_NANOS, nanos / PART_OF_WAIT));
    }

    /** A wait was found that was not marked. */
    void add(long beginNanos, long endNanos) {
        long fresh = all.add(beginNanos, endNanos);
        waitedNanos += fresh;
        addedNanos += fresh;
        addedWaits++;
    }

    /** For how long it waited in all. */
    long waitedNanos() {
        return waitedNanos;
    }

    /** For how long it waited unmarked. */
    long unmarkedNanos() {
        return addedNanos;
    }

    /** The span with durations to which these waits belong; it has ended. */
    ReadableSpan amend(ReadableSpan ended) {
        return addedWaits == 0 ? ended : new ChangedSpan(ended, durations(ended));
    }

    private Attributes durations(ReadableSpan ended) {
        Double active = ended.getAttribute(AttributeKeys.JOB_RUN_ACTIVE_MS);
        long activeNanos = active == null ? ended.getLatencyNanos() : nanos(active);
        Long parks = ended.getAttribute(AttributeKeys.JOB_PARK_COUNT);
        // it cannot have waited longer than it took
        long waited = Math.min(addedNanos, activeNanos);
        return Attributes.builder()
                .put(AttributeKeys.JOB_QUEUE_WAIT_MS, orZero(ended.getAttribute(AttributeKeys.JOB_QUEUE_WAIT_MS)))
                .put(AttributeKeys.JOB_DISPATCH_MS, orZero(ended.getAttribute(AttributeKeys.JOB_DISPATCH_MS)))
                .put(AttributeKeys.JOB_PARK_WAIT_MS_TOTAL,
                        Millis.of(nanos(orZero(ended.getAttribute(AttributeKeys.JOB_PARK_WAIT_MS_TOTAL))) + waited))
                .put(AttributeKeys.JOB_RUN_ACTIVE_MS, Millis.of(activeNanos - waited))
                .put(AttributeKeys.JOB_PARK_COUNT, (parks == null ? 0 : parks) + addedWaits)
                .put(AttributeKeys.JOB_PROMOTED, true)
                .build();
    }

    private static double orZero(Double millis) {
        return millis == null ? 0.0 : millis;
    }

    private static long nanos(double millis) {
        return Math.round(millis * TimeUnit.MILLISECONDS.toNanos(1));
    }
}
