package io.steptrace.runtime.internal.export.delivery;

import java.io.IOException;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.BreakerState;
import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.ExportTally;
import io.steptrace.runtime.internal.export.LossListener;
import io.steptrace.runtime.internal.export.PartialSuccess;
import io.steptrace.runtime.internal.export.Transport;
import io.steptrace.runtime.internal.export.delivery.Suspicion.Verdict;
import io.steptrace.runtime.internal.export.encoding.BatchSplit;
import io.steptrace.runtime.internal.export.guard.ExportGuard;
import io.steptrace.runtime.internal.export.guard.ExportGuard.CircuitOpen;
import io.steptrace.runtime.internal.export.spool.Spool;
import io.steptrace.runtime.internal.export.trouble.Trouble;
import io.steptrace.runtime.internal.text.LogText;

/** Brings the batch in flight to its end: delivered, lost and counted, split, or back in the spool. Used by one thread. */
public final class Delivery {

    /** Given up because the circuit breaker was open, where no spool keeps what could not be sent. */
    private static final String CIRCUIT_OPEN = "circuit_open";

    /** Rejected by the collector in a partial success. */
    private static final String REJECTED = "rejected";

    /** Failed again and again while other batches passed. */
    private static final String UNDELIVERABLE = "undeliverable";

    private final Spool spool;
    private final Transport transport;
    private final ExportGuard guard;
    private final ExportTally tally;
    private final Trouble trouble;
    private final boolean keepsUndelivered;

    public Delivery(Spool spool, Transport transport, ExportGuard guard, ExportTally tally, Trouble trouble,
            boolean keepsUndelivered) {
        this.spool = spool;
        this.transport = transport;
        this.guard = guard;
        this.tally = tally;
        this.trouble = trouble;
        this.keepsUndelivered = keepsUndelivered;
    }

    /** Whether a batch could only come back in this state of the circuit breaker. */
    boolean isPointlessWhile(BreakerState state) {
        return keepsUndelivered && state == BreakerState.OPEN;
    }

    /**
     * Sends as often as the guard allows.
     *
     * @param judge decides about a batch that could be sent later
     */
    Result deliver(Batch batch, Judge judge) throws InterruptedException {
        return bring(batch, guard::call, judge);
    }

    /**
     * Sends a few times in a row past the guard, whose circuit breaker is there for a collector that does not
     * answer and not for a batch that is at fault itself; parameters as for {@link #deliver}.
     */
    Result deliverAside(Batch batch, Judge judge) throws InterruptedException {
        return bring(batch, Attempts::inARow, judge);
    }

    private Result bring(Batch batch, Way way, Judge judge) throws InterruptedException {
        Result result = new Result(Outcome.PUT_BACK, null);
        try {
            result = attempt(batch, way, judge);
        } finally {
            switch (result.outcome) {
                case SETTLED -> spool.settle();
                case PUT_BACK -> spool.putBack();
                case SPLIT -> {
                    // its parts have its place already
                }
            }
        }
        if (result.outcome == Outcome.SETTLED) {
            trouble.settled();
        }
        return result;
    }

    private Result attempt(Batch batch, Way way, Judge judge) throws InterruptedException {
        Attempts attempts = new Attempts(transport, batch, tally, trouble);
        try {
            accepted(batch, way.send(attempts));
            return Result.SETTLED;
        } catch (CircuitOpen e) {
            // the breaker has opened in between, or no attempt was made
            return undelivered(batch, CIRCUIT_OPEN, attempts.lastFailure(), judge);
        } catch (ExportFailure e) {
            if (e.mayPassLater()) {
                return undelivered(batch, e.errorType(), e, judge);
            }
            return e.isTooLarge() ? parted(batch, e.errorType()) : lost(batch, e.errorType());
        } catch (RuntimeException | Error e) {
            trouble.failed(LogText.describe(e));
            if (!attempts.isBegun() && keepsUndelivered) {
                // the guard itself has failed, which says nothing of the batch
                return new Result(Outcome.PUT_BACK, null);
            }
            // a batch that cannot be sent must not stand in the way of all younger ones for ever
            return lost(batch, LossListener.reasonOf(e, LossListener.UNEXPECTED));
        }
    }

    private Result undelivered(Batch batch, String reason, ExportFailure failure, Judge judge) {
        if (!keepsUndelivered) {
            return lost(batch, reason);
        }
        return judge.failed(failure, batch.spans()) == Verdict.GUILTY ? parted(batch, UNDELIVERABLE)
                : new Result(Outcome.PUT_BACK, failure);
    }

    /** Halves may pass where the whole does not; what cannot be halved is lost. */
    private Result parted(Batch batch, String reason) {
        if (batch.spans() > 1) {
            try {
                spool.replace(BatchSplit.halves(batch));
                return new Result(Outcome.SPLIT, null);
            } catch (IOException | RuntimeException | Error e) {
                trouble.failed(LogText.describe(e));
                return lost(batch, LossListener.reasonOf(e, reason));
            }
        }
        return lost(batch, reason);
    }

    private Result lost(Batch batch, String reason) {
        tally.lost(reason, batch.spans());
        return Result.SETTLED;
    }

    private void accepted(Batch batch, PartialSuccess answer) {
        long rejected = Math.min(answer.rejectedSpans(), batch.spans());
        tally.delivered(batch.spans() - rejected);
        if (rejected > 0) {
            tally.lost(REJECTED, rejected);
        }
        if (answer != PartialSuccess.ACCEPTED) {
            trouble.remarked(answer);
        }
    }

    /** What became of a batch. */
    enum Outcome {
        /** It has left the spool. */
        SETTLED,
        /** Its halves have its place. */
        SPLIT,
        /** It waits again. */
        PUT_BACK
    }

    /**
     * The end of a delivery.
     *
     * @param failure why the batch was put back; null if no attempt was made, or it was not put back
     */
    record Result(Outcome outcome, ExportFailure failure) {

        static final Result SETTLED = new Result(Outcome.SETTLED, null);

        boolean isPutBack() {
            return outcome == Outcome.PUT_BACK;
        }
    }

    /** Decides whether a batch that failed is itself the reason. */
    @FunctionalInterface
    interface Judge {

        /** @param failure null if the circuit breaker allowed no attempt */
        Verdict failed(ExportFailure failure, int spans);
    }

    /** How often to send. */
    @FunctionalInterface
    private interface Way {
        PartialSuccess send(Attempts attempts) throws ExportFailure, CircuitOpen, InterruptedException;
    }
}
