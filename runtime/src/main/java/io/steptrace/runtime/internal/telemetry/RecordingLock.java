package io.steptrace.runtime.internal.telemetry;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the facts that are recorded of one job in order, across code outside of Steptrace: span processors, which may block.
 * <p>
 * No monitor, because before JDK 24 a virtual thread that blocks inside one keeps its carrier.
 */
public final class RecordingLock extends ReentrantLock implements AutoCloseable {

    private static final long serialVersionUID = 1L;

    /** Waits until no other thread records; closing what this returns, which is the lock itself, lets the next one record. */
    public RecordingLock hold() {
        lock();
        return this;
    }

    /** Records a fact when no other thread does; what goes wrong with it is noted, and none of the caller's business. */
    public void record(Runnable fact) {
        try (RecordingLock held = hold()) {
            fact.run();
        } catch (Throwable e) {
            BrokenTelemetry.note(e);
        }
    }

    @Override
    public void close() {
        unlock();
    }
}
