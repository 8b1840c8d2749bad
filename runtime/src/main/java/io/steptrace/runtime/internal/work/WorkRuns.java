package io.steptrace.runtime.internal.work;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.steptrace.runtime.internal.recording.JobRecording;
import io.steptrace.runtime.internal.trace.LocalTraceState;
import io.steptrace.runtime.internal.trace.ledger.LongRuns;
import io.steptrace.runtime.internal.trace.ledger.TraceLedger;

/** Notes on which threads the code of works ran, where their spans do not show it, or a wait may be found in it. */
final class WorkRuns {

    private WorkRuns() {
    }

    /** The code of a work that has not ended leaves this thread. */
    static void left(Work work, LongRuns longRuns) {
        if (work.span instanceof ReadableSpan running) {
            long ranNanos = running.getLatencyNanos();
            if (longRuns.isLong(ranNanos)) {
                JobRecording job = work.job();
                longRuns.left(work.context(), ledgerOf(work), job == null ? 0 : job.startedEpochNanos(), ranNanos);
            }
        }
    }

    /** The code of a work that has not ended has left this thread. */
    static void outlived(Work work) {
        TraceLedger ledger = ledgerOf(work);
        if (ledger != null && work.span instanceof ReadableSpan running) {
            ledger.ran(work.span.getSpanContext().getSpanId(), Thread.currentThread().getId(), 0, running.getLatencyNanos());
        }
    }

    private static TraceLedger ledgerOf(Work work) {
        return LocalTraceState.ledgerOf(work.span.getSpanContext());
    }
}
