package io.steptrace.runtime.internal.waits.jfr;

import io.steptrace.runtime.internal.waits.DetectedWait;
import io.steptrace.runtime.internal.waits.WaitListener;

/** A listener that is stopped once, by any thread, and called no more after that; counts what was of no use to it. */
final class StoppableListener implements WaitListener {

    private final WaitListener delegate;

    private boolean isStopped;
    private long uselessEvents;

    StoppableListener(WaitListener delegate) {
        this.delegate = delegate;
    }

    @Override
    public synchronized boolean waited(DetectedWait wait) {
        boolean isWork = !isStopped && delegate.waited(wait);
        if (!isWork) {
            uselessEvents++;
        }
        return isWork;
    }

    synchronized long uselessEvents() {
        return uselessEvents;
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
