package io.steptrace.runtime.internal.time;

/** A clock that stands still until it is moved on; thread-safe. */
public final class TestClock implements Clock {

    private long nanos;

    /** A clock that shows this reading. */
    public TestClock(long nanos) {
        this.nanos = nanos;
    }

    /** Lets time pass; a negative amount turns the clock back, as a broken one would. */
    public synchronized void advance(long byNanos) {
        nanos += byNanos;
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }
}
