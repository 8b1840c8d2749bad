package io.steptrace.runtime.internal.export.guard;

import java.util.concurrent.Callable;

import io.steptrace.runtime.internal.export.BreakerState;
import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.PartialSuccess;

/** Repeats failed attempts, and stops asking a collector that does not answer: retry outside, circuit breaker inside. */
public interface ExportGuard {

    /**
     * Sends, as often as the rules allow; blocks the calling thread meanwhile.
     *
     * @param attempt sends once
     * @return the answer of the attempt that succeeded
     * @throws ExportFailure of the last attempt
     * @throws CircuitOpen if the circuit breaker allowed no (further) attempt
     * @throws InterruptedException if the thread was interrupted
     */
    PartialSuccess call(Callable<PartialSuccess> attempt) throws ExportFailure, CircuitOpen, InterruptedException;

    /** The state of the circuit breaker as last heard of. */
    BreakerState state();

    /** The circuit breaker allows no attempt at the moment. */
    final class CircuitOpen extends Exception {

        private static final long serialVersionUID = 1L;

        public CircuitOpen() {
            super("circuit breaker is open", null, false, false);
        }
    }
}
