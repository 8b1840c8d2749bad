package io.steptrace.runtime.internal.export;

import java.util.concurrent.Callable;

/** A guard that tries once, and whose state is what the test says. */
final class SwitchedGuard implements ExportGuard {

    volatile State state = State.CLOSED;

    @Override
    public Answer call(Callable<Answer> attempt) throws ExportFailure, InterruptedException {
        try {
            return attempt.call();
        } catch (ExportFailure | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public State state() {
        return state;
    }
}
