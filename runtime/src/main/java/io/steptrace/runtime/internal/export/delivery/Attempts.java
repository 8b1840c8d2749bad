package io.steptrace.runtime.internal.export.delivery;

import java.util.concurrent.Callable;

import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.ExportTally;
import io.steptrace.runtime.internal.export.PartialSuccess;
import io.steptrace.runtime.internal.export.Transport;
import io.steptrace.runtime.internal.export.trouble.Trouble;

/** Sends one batch, once with each call; those after the first count as retries. Used by one thread. */
final class Attempts implements Callable<PartialSuccess> {

    private static final int IN_A_ROW = 3;

    private final Transport transport;
    private final Batch batch;
    private final ExportTally tally;
    private final Trouble trouble;
    private boolean isRetry;
    private ExportFailure lastFailure;

    Attempts(Transport transport, Batch batch, ExportTally tally, Trouble trouble) {
        this.transport = transport;
        this.batch = batch;
        this.tally = tally;
        this.trouble = trouble;
    }

    /** Attempts without pauses: one of several collectors behind one address may be the one that fails. */
    PartialSuccess inARow() throws ExportFailure, InterruptedException {
        for (int attempt = 1; attempt < IN_A_ROW; attempt++) {
            try {
                return call();
            } catch (ExportFailure e) {
                if (!e.isRetryable() || e.retryAfter() != null) {
                    throw e;
                }
            }
        }
        return call();
    }

    @Override
    public PartialSuccess call() throws ExportFailure, InterruptedException {
        if (isRetry) {
            tally.retried();
        }
        isRetry = true;
        try {
            return transport.send(batch);
        } catch (ExportFailure e) {
            failed(e);
            throw e;
        } catch (InterruptedException e) {
            failed(ExportFailure.ofTimeout());
            throw e;
        }
    }

    /** Whether anything has been sent. */
    boolean isBegun() {
        return isRetry;
    }

    /** Of the last attempt; null if none has failed. */
    ExportFailure lastFailure() {
        return lastFailure;
    }

    private void failed(ExportFailure failure) {
        lastFailure = failure;
        trouble.failed(failure.getMessage());
    }
}
