package io.steptrace.runtime.internal.queue;

/** How a job waits for what its body has returned. */
@FunctionalInterface
public interface AwaitedResult {

    /**
     * Ends the job with the result, at once or later.
     *
     * @param result not {@code null}
     * @param job which can be parked until it ends
     */
    void await(Object result, QueuedWork job);
}
