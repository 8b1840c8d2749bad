package io.steptrace.runtime.internal.time;

/** The monotonic clock every duration is measured with; a port, so that tests decide what time it is. */
@FunctionalInterface
public interface Clock {

    /**
     * Reads the clock.
     *
     * @return nanoseconds since an arbitrary origin, as of {@link System#nanoTime()}; only differences mean anything
     */
    long nanoTime();

    /**
     * The clock of this JVM.
     *
     * @return a clock that every thread may read
     */
    static Clock system() {
        return System::nanoTime;
    }
}
