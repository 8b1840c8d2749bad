package io.steptrace.runtime.internal.export.guard;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.steptrace.runtime.internal.export.BreakerState;
import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.PartialSuccess;

/**
 * The guard made of SmallRye Fault Tolerance, for one calling thread, on which attempts and the waits between them
 * take place. Fault Tolerance looks for its services and its configuration through the context class loader of the
 * first call, which therefore must be that of the application.
 */
public final class SmallRyeExportGuard implements ExportGuard {

    /** The name of the circuit breaker, for {@code CircuitBreakerMaintenance}. */
    public static final String BREAKER = "steptrace-otlp-traces";

    private final Guard guard;
    private final Consumer<BreakerState> stateListener;

    private final long resetNanos;

    private volatile BreakerState state = BreakerState.CLOSED;
    private volatile long openedNanos;

    /**
     * Guards nothing yet.
     *
     * @param stateListener gets each new state, on the calling thread or a timer's
     */
    public SmallRyeExportGuard(GuardLimits limits, Consumer<BreakerState> stateListener) {
        this.stateListener = stateListener;
        this.resetNanos = limits.resetTimeout().toNanos();
        this.guard = Guard.create()
                .withCircuitBreaker().name(BREAKER)
                // a window as long as the threshold, all of it failures: that many in a row
                .requestVolumeThreshold(limits.failureThreshold()).failureRatio(1.0).successThreshold(1)
                .delay(limits.resetTimeout().toMillis(), ChronoUnit.MILLIS)
                .when(SmallRyeExportGuard::isTrouble)
                .onStateChange(this::changed).done()
                .withRetry().maxRetries(limits.maxAttempts() - 1)
                .delay(limits.initialInterval().toMillis(), ChronoUnit.MILLIS).jitter(0, ChronoUnit.MILLIS)
                .maxDuration(limits.maxElapsedTime().toMillis(), ChronoUnit.MILLIS)
                .whenException(failure -> mayBeRepeated(failure) && !asksForLonger(failure, limits.maxElapsedTime()))
                .withCustomBackoff().strategy(() -> new Backoff(limits, ThreadLocalRandom.current()::nextDouble)).done().done()
                .withTimeout().duration(limits.attemptTimeout().toMillis(), ChronoUnit.MILLIS).done()
                .build();
    }

    @Override
    public PartialSuccess call(Callable<PartialSuccess> attempt) throws ExportFailure, CircuitOpen, InterruptedException {
        try {
            return guard.call(attempt, PartialSuccess.class);
        } catch (ExportFailure | InterruptedException | RuntimeException e) {
            throw translated(e);
        } catch (Exception e) {
            throw new IllegalStateException("an attempt fails with what a transport declares, and not with " + e, e);
        }
    }

    @Override
    public BreakerState state() {
        // the timer that announces the next trial may have failed; the next call is let through all the same
        return state == BreakerState.OPEN && System.nanoTime() - openedNanos >= resetNanos ? BreakerState.HALF_OPEN : state;
    }

    /** The breaker's own exception is not repeated: it is no answer of the collector. */
    private static boolean mayBeRepeated(Throwable failure) {
        return failure instanceof TimeoutException || failure instanceof ExportFailure answered && answered.isRetryable();
    }

    /**
     * What the batch outlives counts for the breaker, also where a repetition at once would be in vain. But a
     * collector that says when to come back is there, and is asked when it said: the breaker is for those that do
     * not.
     */
    private static boolean isTrouble(Throwable failure) {
        return failure instanceof TimeoutException
                || failure instanceof ExportFailure answered && answered.mayPassLater()
                        && !asksForLonger(failure, Duration.ZERO);
    }

    private static boolean asksForLonger(Throwable failure, Duration limit) {
        return failure instanceof ExportFailure answered && answered.retryAfter() != null
                && answered.retryAfter().compareTo(limit) > 0;
    }

    private static RuntimeException translated(Exception e) throws ExportFailure, CircuitOpen, InterruptedException {
        if (e instanceof CircuitBreakerOpenException) {
            throw new CircuitOpen();
        } else if (e instanceof TimeoutException) {
            throw ExportFailure.ofTimeout();
        } else if (e instanceof ExportFailure failure) {
            throw failure;
        } else if (e instanceof InterruptedException interruption) {
            throw interruption;
        }
        return (RuntimeException) e;
    }

    private void changed(CircuitBreakerState now) {
        if (now == CircuitBreakerState.OPEN) {
            openedNanos = System.nanoTime();
        }
        state = BreakerState.valueOf(now.name());
        try {
            stateListener.accept(state);
        } catch (RuntimeException | Error e) {
            // Fault Tolerance would not open the way to the next trial
        }
    }
}
