package io.steptrace.runtime.internal.waits.jfr;

import io.steptrace.runtime.internal.waits.DetectedWait;
import io.steptrace.runtime.internal.waits.WaitListener;

/** A listener that is stopped once, by any thread, and called no more after that. */
final class StoppableListener implements WaitListener {

    private final WaitListener delegate;

    private boolean isStopped;

    StoppableListener(WaitListener delegate) {
        this.delegate = delegate;
    }

    @Override
    public synchronized boolean waited(DetectedWait wait) {
        return !isStopped && delegate.waited(wait);
    }

    @Override
    public synchronized void reportedUntil(long epochNanos) {
        if (!isStopped) {
            delegate.reportedUntil(epochNanos);
        }
    }

    @Override
    public synchronized void stopped() {
        if (!isStopped) {
            isStopped = true;
            delegate.stopped();
        }
    }
}
