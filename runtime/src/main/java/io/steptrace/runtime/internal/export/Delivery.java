package io.steptrace.runtime.internal.export;

import java.util.concurrent.Callable;

import io.steptrace.runtime.internal.export.ExportGuard.CircuitOpen;

/** Brings the batch in flight to its end: delivered, lost and counted, or back in the spool. Used by one thread. */
final class Delivery {

    /** What became of a batch. */
    enum Outcome {
        SETTLED,
        PUT_BACK
    }

    /** Given up because the circuit breaker was open, where no spool keeps what could not be sent. */
    private static final String CIRCUIT_OPEN = "circuit_open";

    /** Rejected by the collector in a partial success. */
    private static final String REJECTED = "rejected";

    private static final String UNEXPECTED = "unexpected";

    private final Spool spool;
    private final Transport transport;
    private final ExportGuard guard;
    private final ExportTally tally;
    private final Trouble trouble;
    private final boolean keepsUndelivered;

    Delivery(Spool spool, Transport transport, ExportGuard guard, ExportTally tally, Trouble trouble,
            boolean keepsUndelivered) {
        this.spool = spool;
        this.transport = transport;
        this.guard = guard;
        this.tally = tally;
        this.trouble = trouble;
        this.keepsUndelivered = keepsUndelivered;
    }

    /** Whether a batch could only come back in this state of the circuit breaker. */
    boolean isPointlessWhile(ExportGuard.State state) {
        return keepsUndelivered && state == ExportGuard.State.OPEN;
    }

    Outcome deliver(Batch batch) throws InterruptedException {
        Outcome outcome = Outcome.PUT_BACK;
        try {
            outcome = attempt(batch);
        } finally {
            if (outcome == Outcome.SETTLED) {
                spool.settle();
            } else {
                spool.putBack();
            }
        }
        if (outcome == Outcome.SETTLED) {
            trouble.settled();
        }
        return outcome;
    }

    private Outcome attempt(Batch batch) throws InterruptedException {
        try {
            accepted(batch, guard.call(attempts(batch)));
            return Outcome.SETTLED;
        } catch (CircuitOpen e) {
            return undelivered(batch, CIRCUIT_OPEN);
        } catch (ExportFailure e) {
            if (e.isRetryable()) {
                return undelivered(batch, e.errorType());
            }
            tally.lost(e.errorType(), batch.spans());
            return Outcome.SETTLED;
        } catch (RuntimeException e) {
            // a batch nobody can send must not stand in the way of all others for ever
            trouble.failed(Texts.describe(e));
            tally.lost(UNEXPECTED, batch.spans());
            return Outcome.SETTLED;
        }
    }

    private Outcome undelivered(Batch batch, String reason) {
        if (keepsUndelivered) {
            return Outcome.PUT_BACK;
        }
        tally.lost(reason, batch.spans());
        return Outcome.SETTLED;
    }

    private void accepted(Batch batch, Answer answer) {
        long rejected = Math.min(answer.rejectedSpans(), batch.spans());
        tally.delivered(batch.spans() - rejected);
        if (rejected > 0) {
            tally.lost(REJECTED, rejected);
        }
        if (answer != Answer.ACCEPTED) {
            trouble.remarked(answer);
        }
    }

    private Callable<Answer> attempts(Batch batch) {
        return new Callable<>() {

            private boolean isRetry;

            @Override
            public Answer call() throws ExportFailure, InterruptedException {
                if (isRetry) {
                    tally.retried();
                }
                isRetry = true;
                try {
                    return transport.send(batch);
                } catch (ExportFailure e) {
                    trouble.failed(e.getMessage());
                    throw e;
                } catch (InterruptedException e) {
                    trouble.failed(ExportFailure.ofTimeout().getMessage());
                    throw e;
                }
            }
        };
    }
}
