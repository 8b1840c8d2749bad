package io.steptrace.runtime.internal.export;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.steptrace.runtime.internal.export.Delivery.Outcome;
import io.steptrace.runtime.internal.export.ExportGuard.State;
import io.steptrace.runtime.internal.time.Clock;

/**
 * Sends what the spool holds, oldest first and one request at a time; the body of the one thread that sends. A batch that the
 * collector could not take now goes back to the spool, where it waits for the circuit breaker's next trial.
 */
final class SpoolDrain implements Runnable {

    private final Spool spool;
    private final Delivery delivery;
    private final ExportGuard guard;
    private final Trouble trouble;
    private final Duration retryPause;
    private final Clock clock;
    private final Pace pace = new Pace();
    private final Flushes flushes = new Flushes();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private boolean hasNews;
    private boolean closing;

    SpoolDrain(Spool spool, Delivery delivery, ExportGuard guard, Trouble trouble, Duration retryPause, Clock clock) {
        this.spool = spool;
        this.delivery = delivery;
        this.guard = guard;
        this.trouble = trouble;
        this.retryPause = retryPause;
        this.clock = clock;
    }

    /** Something has changed: a batch was offered, the circuit breaker has a new state. */
    void wake() {
        lock.lock();
        try {
            hasNews = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Sends what is held as far as the collector takes it, then ends. */
    void close() {
        lock.lock();
        try {
            closing = true;
        } finally {
            lock.unlock();
        }
        wake();
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
                flushes.left(spool.oldest());
                goesOn = sendOne();
            }
        } catch (InterruptedException e) {
            // told to stop at once: what is held stays where it is
            Thread.currentThread().interrupt();
        } finally {
            flushes.left(spool.oldest());
            flushes.end();
        }
    }

    /** False once there is nothing left to do. */
    private boolean sendOne() throws InterruptedException {
        Duration nextReport = trouble.report();
        if (delivery.isPointlessWhile(guard.state())) {
            return awaitNews(nextReport);
        }
        Batch batch = spool.take();
        if (batch == null) {
            return nothingToSend(nextReport);
        }
        long begun = clock.nanoTime();
        if (delivery.deliver(batch) == Outcome.SETTLED) {
            rest(pace.restAfter(clock.nanoTime() - begun));
            return true;
        }
        pace.failed();
        if (guard.state() == State.CLOSED) {
            // retries ran out before the breaker opened
            rest(retryPause.toNanos());
        }
        return !isClosing();
    }

    private boolean nothingToSend(Duration nextReport) throws InterruptedException {
        if (spool.oldest() == Spool.NONE) {
            pace.drained();
            return awaitNews(nextReport);
        }
        // held, but not to be had: it has just come, or the disk refuses, perhaps for a moment
        rest(retryPause.toNanos());
        return looksAgain();
    }

    /** Does nothing for a while; less if the end comes. */
    private void rest(long nanos) throws InterruptedException {
        long end = clock.nanoTime() + nanos;
        lock.lockInterruptibly();
        try {
            for (long left = nanos; left > 0 && !closing; left = end - clock.nanoTime()) {
                news.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something changes or a summary is due; false if the end has come instead. */
    private boolean awaitNews(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!hasNews && !closing) {
                if (atMost == null) {
                    news.await();
                } else {
                    news.awaitNanos(atMost.toNanos());
                }
            }
        } finally {
            lock.unlock();
        }
        return looksAgain();
    }

    /** False once the end has come, and nothing before it: what came after the spool was last looked at may be a batch. */
    private boolean looksAgain() {
        lock.lock();
        try {
            boolean looksAgain = hasNews || !closing;
            hasNews = false;
            return looksAgain;
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }
}
