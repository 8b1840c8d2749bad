package io.steptrace.runtime.internal.work;

/** What ends with a result. */
public interface ResultEnd {

    void succeed(Object item);

    void fail(Throwable failure);

    /** @param failure {@code null} if the result is the item */
    default void end(Object item, Throwable failure) {
        if (failure == null) {
            succeed(item);
        } else {
            fail(failure);
        }
    }
}
