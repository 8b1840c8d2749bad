package io.steptrace.runtime.internal.waits;

/** Where a wait stood, which may be known a moment later than the wait itself; thread-safe. */
@FunctionalInterface
public interface WaitPlace {

    /** The line of code as far as it is known by now; never {@code null}. */
    CodePlace code();
}
