package io.steptrace.runtime.internal.export.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.steptrace.runtime.internal.export.Batch;
import io.steptrace.runtime.internal.export.BreakerState;
import io.steptrace.runtime.internal.export.ExportFailure;
import io.steptrace.runtime.internal.export.delivery.Delivery.Result;
import io.steptrace.runtime.internal.export.delivery.Suspicion.Next;
import io.steptrace.runtime.internal.export.guard.ExportGuard;
import io.steptrace.runtime.internal.export.spool.Spool;
import io.steptrace.runtime.internal.export.trouble.Trouble;
import io.steptrace.runtime.internal.text.LogText;
import io.steptrace.runtime.internal.time.Clock;

/**
 * Sends what the spool holds, oldest first and one request at a time; the body of the one thread that sends. A batch that the
 * collector could not take now goes back to the spool, where it waits for the circuit breaker's next trial, or as long as the
 * collector asks for.
 */
public final class SpoolDrain implements Runnable {

    /** After an error of ours. */
    private static final long BROKEN_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);

    private final Spool spool;
    private final Delivery delivery;
    private final ExportGuard guard;
    private final Trouble trouble;
    private final RetryPauses pauses;
    private final Clock clock;
    private final RecoveryPace pace = new RecoveryPace();
    private final PendingFlushes flushes = new PendingFlushes();
    private final Suspicion suspicion = new Suspicion();
    private final DrainSignal signal = new DrainSignal();
    private Throwable broken;

    public SpoolDrain(Spool spool, Delivery delivery, ExportGuard guard, Trouble trouble, RetryPauses pauses, Clock clock) {
        this.spool = spool;
        this.delivery = delivery;
        this.guard = guard;
        this.trouble = trouble;
        this.pauses = pauses;
        this.clock = clock;
    }

    /** Something has changed: a batch was offered, the circuit breaker has a new state. */
    public void wake() {
        signal.wake();
    }

    /** Sends what is held as far as the collector takes it, then ends. */
    public void close() {
        signal.close();
    }

    /** Whether the end has come, so that the thread may end as well. */
    public boolean isClosing() {
        return signal.isClosing();
    }

    /** Succeeds once the batch of this number and all before have left the spool. */
    public CompletableResultCode flush(long number) {
        CompletableResultCode result = flushes.until(number);
        wake();
        return result;
    }

    @Override
    public void run() {
        boolean goesOn = true;
        while (goesOn) {
            try {
                goesOn = turn();
            } catch (InterruptedException e) {
                // at the end what is held stays where it is; before, a timeout has come too late for its attempt
                goesOn = !signal.isClosing();
            } catch (Throwable e) {
                // without this thread no span is ever sent; nothing here needs memory, which most likely is what is missing
                broken = e;
                goesOn = !signal.isClosing();
            }
        }
        try {
            flushes.left(spool.oldest());
        } finally {
            flushes.end();
        }
    }

    /** False once there is nothing left to do. */
    private boolean turn() throws InterruptedException {
        Throwable last = broken;
        if (last != null) {
            LockSupport.parkNanos(BROKEN_PAUSE_NANOS);
            broken = null;
            putBackWhatIsInFlight();
            trouble.failed(LogText.describe(last));
        }
        flushes.left(spool.oldest());
        return sendOne();
    }

    private void putBackWhatIsInFlight() {
        try {
            spool.putBack();
        } catch (IllegalStateException e) {
            // nothing is
        }
    }

    private boolean sendOne() throws InterruptedException {
        trouble.refused(spool.refusal());
        Duration nextReport = trouble.report();
        if (delivery.isPointlessWhile(guard.state())) {
            // looks at the breaker now and then, because its news may be lost with an error
            return awaitNews(nextReport == null || nextReport.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : nextReport);
        }
        Next next = suspicion.next(spool.oldest());
        Batch batch = next == Next.ANOTHER ? spool.takeBehind(suspicion.depth()) : null;
        if (batch == null) {
            // none is behind it
            next = next == Next.ANOTHER ? Next.OLDEST : next;
            batch = spool.take();
        }
        return batch == null ? nothingToSend(nextReport) : send(next, batch);
    }

    private boolean send(Next which, Batch batch) throws InterruptedException {
        long begun = clock.nanoTime();
        Result result = switch (which) {
            case OLDEST -> delivery.deliver(batch, suspicion::oldestFailed);
            case OLDEST_ASIDE -> delivery.deliverAside(batch, suspicion::oldestFailed);
            case ANOTHER -> delivery.deliver(batch, suspicion::anotherFailed);
        };
        if (result.isPutBack()) {
            pace.failed();
            boolean wasClosing = signal.isClosing();
            rest(pauseAfter(result.failure()));
            // the end ends the rest, but a last attempt is due, unless the collector has asked for none
            return !wasClosing && (!signal.isClosing() || !asksForTime(result.failure()));
        }
        suspicion.settled(which);
        rest(pace.restAfter(clock.nanoTime() - begun));
        return true;
    }

    /** In nanoseconds. */
    private long pauseAfter(ExportFailure failure) {
        if (asksForTime(failure)) {
            return pauses.asked(failure.retryAfter()).toNanos();
        }
        // where the breaker is open, it says when to go on; else the repetitions ended before it opened
        return guard.state() == BreakerState.OPEN ? 0 : pauses.usual().toNanos();
    }

    private static boolean asksForTime(ExportFailure failure) {
        return failure != null && failure.retryAfter() != null;
    }

    private boolean nothingToSend(Duration nextReport) throws InterruptedException {
        if (spool.oldest() == Spool.NONE) {
            pace.drained();
            return awaitNews(nextReport);
        }
        // held, but not to be had: it has just come, or the disk refuses, perhaps for a moment
        rest(pauses.usual().toNanos());
        return signal.looksAgain();
    }

    /** Waits until something changes or a summary is due; false if the end has come instead. */
    private boolean awaitNews(Duration atMost) throws InterruptedException {
        return signal.await(atMost == null ? Long.MAX_VALUE : atMost.toNanos());
    }

    /** Does nothing but report for a while; less if the end comes. */
    private void rest(long nanos) throws InterruptedException {
        long end = clock.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !signal.isClosing(); left = end - clock.nanoTime()) {
            Duration nextReport = trouble.report();
            signal.rest(nextReport == null ? left : Math.min(left, nextReport.toNanos()));
        }
    }
}
