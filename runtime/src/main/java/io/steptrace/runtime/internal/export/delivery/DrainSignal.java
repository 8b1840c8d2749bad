package io.steptrace.runtime.internal.export.delivery;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What the thread that sends waits for: news of the spool or the circuit breaker, and the end. Thread-safe. */
final class DrainSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private boolean hasNews;
    private volatile boolean closing;

    /** Something has changed. */
    void wake() {
        lock.lock();
        try {
            hasNews = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The end has come. */
    void close() {
        closing = true;
        wake();
    }

    boolean isClosing() {
        return closing;
    }

    /** Does nothing for a while; less if the end comes. */
    void rest(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (long left = nanos; left > 0 && !closing;) {
                left = news.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until something changes, at most so long.
     *
     * @return whether to look again: not once the end has come, and nothing before it
     */
    boolean await(long atMostNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!hasNews && !closing) {
                news.await(atMostNanos, TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
        return looksAgain();
    }

    /** False once the end has come, and nothing before it: what came after the spool was last looked at may be a batch. */
    boolean looksAgain() {
        lock.lock();
        try {
            boolean looksAgain = hasNews || !closing;
            hasNews = false;
            return looksAgain;
        } finally {
            lock.unlock();
        }
    }
}
