package io.steptrace.runtime.internal.work;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.recording.JobRecording;
import io.steptrace.runtime.internal.trace.LocalTraceState;
import io.steptrace.runtime.internal.trace.ledger.LongRuns;
import io.steptrace.runtime.internal.trace.ledger.TraceLedger;

/**
 * Notes on which threads the code of works has run, where their spans do not show it, or a wait may be found in it. To be
 * called on that thread, before the work ends: of one that has ended nothing is noted. Never throws.
 */
public final class WorkRuns {

    private WorkRuns() {
    }

    /** The code of a work leaves this thread, which has run it since its start, or since it was taken from its queue. */
    public static void left(Work work) {
        if (work.tracer.jobs().longRuns().isOn() && !work.isOver()) {
            ran(work, elapsedNanos(work));
        }
    }

    /** As above, of a work that ends with that, at an instant on the clock of jobs; its span has not ended yet. */
    static void ends(Work work, long nanos) {
        if (work.tracer.jobs().longRuns().isOn()) {
            ran(work, elapsedNanos(work, nanos));
        }
    }

    private static void ran(Work work, long ranNanos) {
        LongRuns longRuns = work.tracer.jobs().longRuns();
        if (longRuns.isLong(ranNanos)) {
            JobRecording job = work.job();
            longRuns.left(work.context(), ledgerOf(work), job == null ? 0 : job.startedEpochNanos(), ranNanos);
        }
    }

    /** The code of a work has left this thread, and its result, unless it has come already, is still to come. */
    public static void outlived(Work work) {
        leftPart(work, 0);
    }

    /** How long a work has been running, in nanoseconds by the clock of its span; 0 for one that is not recorded. */
    public static long elapsedNanos(Work work) {
        return elapsedNanos(work, work.anchor == null ? 0 : work.tracer.jobs().clock().nanoTime());
    }

    private static long elapsedNanos(Work work, long nanos) {
        if (work.anchor != null) {
            return nanos - work.startedNanos;
        }
        return work.span instanceof ReadableSpan running ? running.getLatencyNanos() : 0;
    }

    /**
     * A part of the code of a work leaves this thread; where there are parts, they are all there is.
     *
     * @param fromNanos how long the work had been running when it began
     */
    public static void leftPart(Work work, long fromNanos) {
        TraceLedger ledger = work.isOver() ? null : ledgerOf(work);
        if (ledger != null) {
            long toNanos = elapsedNanos(work);
            ledger.ran(work.span.getSpanContext().getSpanId(), Thread.currentThread().getId(), fromNanos, toNanos);
            work.tracer.jobs().longRuns().leftWithin(work.context(), ledger, fromNanos, toNanos);
        }
    }

    private static TraceLedger ledgerOf(Work work) {
        return LocalTraceState.ledgerOf(work.span.getSpanContext());
    }
}
