package io.steptrace.runtime.internal.trace.ledger;

import java.util.function.LongPredicate;

import io.steptrace.runtime.internal.waits.DetectedWait;
import io.steptrace.runtime.internal.waits.WaitListener;

/** Brings the waits that the JDK reports to the spans they are part of. Thread-safe. */
public final class WaitReports implements WaitListener {

    private final Segments segments = new Segments();
    private final Settling settling;
    private final LongPredicate runsCode;

    /**
     * @param settling what waits for the reports
     * @param runsCode whether a thread, by its id, runs code of a trace just now
     */
    public WaitReports(Settling settling, LongPredicate runsCode) {
        this.settling = settling;
        this.runsCode = runsCode;
    }

    /**
     * Where runs are remembered for these reports.
     *
     * @param unexplained called by any thread when a run was long, and no wait says why
     */
    public LongRuns longRuns(long thresholdNanos, DetectedWaitSink sink, Runnable unexplained) {
        return new LongRuns(thresholdNanos, segments, settling, sink, unexplained);
    }

    @Override
    public boolean waited(DetectedWait detected) {
        boolean mayBePart = runsCode.test(detected.threadId());
        return segments.add(detected, mayBePart) || mayBePart;
    }

    @Override
    public void reportedUntil(long epochNanos) {
        settling.reportedUntil(epochNanos);
        segments.expire(epochNanos, runsCode);
    }

    @Override
    public void stopped() {
        settling.stop();
    }

    /** How many threads are known of which a wait may still come, or the code it is part of. */
    int threads() {
        return segments.threads();
    }

    /** How many waits, and stretches that could hold one, found no room. */
    public long dropped() {
        return segments.dropped();
    }
}
