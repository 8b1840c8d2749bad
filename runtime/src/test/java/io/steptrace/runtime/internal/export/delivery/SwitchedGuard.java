package io.steptrace.runtime.internal.export.delivery;

import java.util.concurrent.Callable;

import io.steptrace.runtime.internal.export.BreakerState;
import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.PartialSuccess;
import io.steptrace.runtime.internal.export.guard.ExportGuard;

/** A guard that tries once, and whose state is what the test says. */
final class SwitchedGuard implements ExportGuard {

    volatile BreakerState state = BreakerState.CLOSED;

    @Override
    public PartialSuccess call(Callable<PartialSuccess> attempt) throws ExportFailure, InterruptedException {
        try {
            return attempt.call();
        } catch (ExportFailure | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public BreakerState state() {
        return state;
    }
}
