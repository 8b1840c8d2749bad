package io.steptrace.runtime.internal.telemetry.method;

/** What a method declares to return, as far as the end of its span depends on it; known at build time. */
public enum ResultShape {
    /** Nothing: the span ends with the call. */
    VOID,
    /** Any plain value: the span ends with the call. */
    VALUE,
    /** A {@code Uni}: the span ends when it terminates. */
    UNI,
    /** A {@code Multi}: the span ends when it terminates. */
    MULTI,
    /** A {@code CompletionStage}: the span ends when it completes. */
    STAGE,
    /** A {@code CompletableFuture}: as a stage, and the caller gets a future. */
    FUTURE,
    /** A {@code Flow.Publisher}: as a {@code Multi}, which it becomes. */
    PUBLISHER,
    /** Something of which only the value says what it is, such as an {@code Object} or a type variable. */
    UNDECLARED;

    /** Whether fault tolerance waits for its end; any other result is a value to it, asynchronous or not. */
    public boolean isAsynchronousToFaultTolerance() {
        return this == UNI || this == STAGE;
    }
}
