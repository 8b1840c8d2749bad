package io.steptrace.runtime.internal.export;

import java.time.Duration;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.steptrace.runtime.internal.export.Delivery.Result;
import io.steptrace.runtime.internal.export.ExportGuard.State;
import io.steptrace.runtime.internal.export.Suspicion.Next;
import io.steptrace.runtime.internal.time.Clock;

/**
 * Sends what the spool holds, oldest first and one request at a time; the body of the one thread that sends. A batch that the
 * collector could not take now goes back to the spool, where it waits for the circuit breaker's next trial, or as long as the
 * collector asks for.
 */
final class SpoolDrain implements Runnable {

    private final Spool spool;
    private final Delivery delivery;
    private final ExportGuard guard;
    private final Trouble trouble;
    private final Pauses pauses;
    private final Clock clock;
    private final Pace pace = new Pace();
    private final Flushes flushes = new Flushes();
    private final Suspicion suspicion = new Suspicion();
    private final DrainSignal signal = new DrainSignal();

    SpoolDrain(Spool spool, Delivery delivery, ExportGuard guard, Trouble trouble, Pauses pauses, Clock clock) {
        this.spool = spool;
        this.delivery = delivery;
        this.guard = guard;
        this.trouble = trouble;
        this.pauses = pauses;
        this.clock = clock;
    }

    /** Something has changed: a batch was offered, the circuit breaker has a new state. */
    void wake() {
        signal.wake();
    }

    /** Sends what is held as far as the collector takes it, then ends. */
    void close() {
        signal.close();
    }

    /** Succeeds once the batch of this number and all before have left the spool. */
    CompletableResultCode flush(long number) {
        CompletableResultCode result = flushes.until(number);
        wake();
        return result;
    }

    @Override
    public void run() {
        try {
            boolean goesOn = true;
            while (goesOn) {
                goesOn = turn();
            }
        } catch (InterruptedException e) {
            // to stop at once: what is held stays where it is
            Thread.currentThread().interrupt();
        } finally {
            flushes.left(spool.oldest());
            flushes.end();
        }
    }

    /** False once there is nothing left to do. Whatever goes wrong, the next turn is made: without it no span is ever sent. */
    private boolean turn() throws InterruptedException {
        try {
            flushes.left(spool.oldest());
            return sendOne();
        } catch (RuntimeException | Error e) {
            trouble.failed(e.getClass().getSimpleName());
            signal.rest(pauses.usual().toNanos());
            return !signal.isClosing();
        }
    }

    private boolean sendOne() throws InterruptedException {
        trouble.refused(spool.refusal());
        Duration nextReport = trouble.report();
        if (delivery.isPointlessWhile(guard.state())) {
            return awaitNews(nextReport);
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
            case OLDEST_ONCE -> delivery.deliverOnce(batch, suspicion::oldestFailed);
            case ANOTHER -> delivery.deliver(batch, suspicion::anotherFailed);
        };
        if (result.isPutBack()) {
            pace.failed();
            rest(pauseAfter(result.failure()));
            return !signal.isClosing();
        }
        suspicion.settled(which);
        rest(pace.restAfter(clock.nanoTime() - begun));
        return true;
    }

    /** In nanoseconds. */
    private long pauseAfter(ExportFailure failure) {
        if (failure != null && failure.retryAfter() != null) {
            return pauses.asked(failure.retryAfter()).toNanos();
        }
        // where the breaker is not closed, it says when to go on; else the repetitions ended before it opened
        return guard.state() == State.CLOSED ? pauses.usual().toNanos() : 0;
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
