package io.steptrace.runtime.internal.telemetry;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps what is told of one job in order, across the code of others that is told: span processors, which may block.
 * <p>
 * No monitor, because before JDK 24 a virtual thread that blocks inside one keeps its carrier.
 */
public final class TellingLock extends ReentrantLock implements AutoCloseable {

    private static final long serialVersionUID = 1L;

    /** Waits until nobody else tells; closing what this returns, which is the lock itself, lets the next one tell. */
    public TellingLock hold() {
        lock();
        return this;
    }

    @Override
    public void close() {
        unlock();
    }
}
